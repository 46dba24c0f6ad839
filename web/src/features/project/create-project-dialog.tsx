import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { nameRule, slugRule } from "@postern/shared";
import { FormDialog } from "../../components/form-dialog.js";
import { NameAndSlug } from "../../components/name-and-slug.js";
import { optional, required, textOrNull } from "../../lib/form-rules.js";
import { focusFirstFault, useFormRefusal } from "../../lib/use-form-refusal.js";
import { projectsText } from "../../messages/projects.js";
import { CreateProjectDocument, ProjectsDocument } from "./project.graphql.js";

const text = projectsText;

interface Props {
  organizationId: string;
  onClose: () => void;
  onCreated: (slug: string) => void;
}

export function CreateProjectDialog({ organizationId, onClose, onCreated }: Props) {
  const [create] = useMutation(CreateProjectDocument, { refetchQueries: [ProjectsDocument] });
  const form = useForm({
    initialValues: { name: "", slug: "" },
    validate: { name: required(nameRule), slug: optional(slugRule) },
  });
  const { refusal, refuse, clear } = useFormRefusal(form, ["name", "slug"]);

  const submit = form.onSubmit(async ({ name, slug }) => {
    clear();
    try {
      const { data } = await create({
        variables: { input: { organizationId, name, slug: textOrNull(slug) } },
      });
      if (!data) return;
      notifications.show({ message: text.created(data.createProject.name) });
      onCreated(data.createProject.slug);
    } catch (error) {
      refuse(error);
    }
  }, focusFirstFault(form));

  return (
    <FormDialog
      title={text.createTitle}
      submitLabel={text.createSubmit}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameAndSlug
        label={text.name}
        hint={text.nameHint}
        name={form.values.name}
        nameProps={form.getInputProps("name")}
        slugProps={form.getInputProps("slug")}
      />
    </FormDialog>
  );
}
