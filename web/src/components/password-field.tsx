import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** A password's field. Mantine's own marks its fault for the eye alone; this one tells a screen reader, too. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={props.error ? true : undefined} {...props} />;
}
