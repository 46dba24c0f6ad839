import { TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { slugFrom } from "@postern/shared";
import { commonText } from "../messages/common.js";
import { slugText } from "../messages/slug.js";

interface Props {
  label: string;
  hint?: string;
  name: string;
  nameProps: GetInputPropsReturnType;
  slugProps: GetInputPropsReturnType;
}

/** A name, and the slug that follows from it until somebody types another. */
export function NameAndSlug({ label, hint, name, nameProps, slugProps }: Props) {
  return (
    <>
      <TextInput
        label={label}
        description={hint}
        required
        withAsterisk={false}
        data-autofocus
        {...nameProps}
      />
      <TextInput
        label={`${slugText.label} (${commonText.optional})`}
        description={slugText.hint}
        placeholder={slugFrom(name)}
        spellCheck={false}
        autoCapitalize="none"
        {...slugProps}
      />
    </>
  );
}
