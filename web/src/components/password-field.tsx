import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { commonText } from "../messages/common.js";

const EYE = { "aria-label": commonText.showPassword, tabIndex: 0 };

/**
 * A password's field. Mantine's own marks its fault for the eye alone, and the keyboard passes over what shows
 * the password; this one tells a screen reader, and lets the keyboard reach it.
 */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={EYE}
      {...props}
    />
  );
}
