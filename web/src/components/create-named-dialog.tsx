import { useForm } from "@mantine/form";
import { nameRule, slugRule } from "@postern/shared";
import { optional, required, textOrNull } from "../lib/form-rules.js";
import { useFormSubmit } from "../lib/use-form-submit.js";
import { FormDialog } from "./form-dialog.js";
import { NameAndSlug } from "./name-and-slug.js";

interface Props {
  title: string;
  submitLabel: string;
  /** What the name is of, and more about it where that needs saying. */
  label: string;
  hint?: string;
  /** Rejects with the server's refusal. */
  onCreate: (values: { name: string; slug: string | null }) => Promise<void>;
  onClose: () => void;
}

/** Makes what has a name and an address and nothing else yet: an organization, a project. */
export function CreateNamedDialog({ title, submitLabel, label, hint, onCreate, onClose }: Props) {
  const form = useForm({
    initialValues: { name: "", slug: "" },
    validate: { name: required(nameRule), slug: optional(slugRule) },
  });
  const { submit, refusal } = useFormSubmit(form, ["name", "slug"], ({ name, slug }) =>
    onCreate({ name, slug: textOrNull(slug) }),
  );
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameAndSlug
        label={label}
        hint={hint}
        name={form.values.name}
        nameProps={form.getInputProps("name")}
        slugProps={form.getInputProps("slug")}
      />
    </FormDialog>
  );
}
