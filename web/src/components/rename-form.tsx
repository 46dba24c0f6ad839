import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { nameRule, slugRule } from "@postern/shared";
import { required } from "../lib/form-rules.js";
import { useFormSubmit } from "../lib/use-form-submit.js";
import { commonText } from "../messages/common.js";
import { errorsText } from "../messages/errors.js";
import { settingsText } from "../messages/settings.js";
import { RefusalAlert } from "./refusal-alert.js";

export interface NameAndAddress {
  name: string;
  slug: string;
}

interface Props {
  now: NameAndAddress;
  /** The address that a slug makes, for the hint. */
  address: (slug: string) => string;
  /** Rejects with the server's refusal. */
  onSave: (values: NameAndAddress) => Promise<void>;
}

/** The name and the address of an organization or a project. */
export function RenameForm({ now, address, onSave }: Props) {
  const form = useForm({
    initialValues: { name: now.name, slug: now.slug },
    validate: { name: required(nameRule), slug: required(slugRule) },
  });
  const { submit, refusal } = useFormSubmit(form, ["name", "slug"], async ({ name, slug }) => {
    await onSave({ name: name.trim(), slug: slug.trim() });
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={480} align="stretch">
        <RefusalAlert title={errorsText.formTitle} refusal={refusal} />
        <TextInput label={settingsText.name} autoComplete="off" {...form.getInputProps("name")} />
        <TextInput
          label={settingsText.slug}
          description={settingsText.slugHint(address(form.values.slug))}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          {...form.getInputProps("slug")}
        />
        <div>
          <Button type="submit" loading={form.submitting}>
            {commonText.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
