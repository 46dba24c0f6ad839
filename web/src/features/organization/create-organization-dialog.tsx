import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { nameRule, slugRule } from "@postern/shared";
import { FormDialog } from "../../components/form-dialog.js";
import { NameAndSlug } from "../../components/name-and-slug.js";
import { optional, required, textOrNull } from "../../lib/form-rules.js";
import { focusFirstFault, useFormRefusal } from "../../lib/use-form-refusal.js";
import { organizationsText } from "../../messages/organizations.js";
import { CreateOrganizationDocument, OrganizationsDocument } from "./organization.graphql.js";

const text = organizationsText;

export function CreateOrganizationDialog(props: { onClose: () => void; onCreated: (slug: string) => void }) {
  const [create] = useMutation(CreateOrganizationDocument, { refetchQueries: [OrganizationsDocument] });
  const form = useForm({
    initialValues: { name: "", slug: "" },
    validate: { name: required(nameRule), slug: optional(slugRule) },
  });
  const { refusal, refuse, clear } = useFormRefusal(form, ["name", "slug"]);

  const submit = form.onSubmit(async ({ name, slug }) => {
    clear();
    try {
      const { data } = await create({ variables: { input: { name, slug: textOrNull(slug) } } });
      if (!data) return;
      notifications.show({ message: text.created(name.trim()) });
      props.onCreated(data.createOrganization.slug);
    } catch (error) {
      refuse(error);
    }
  }, focusFirstFault(form));

  return (
    <FormDialog
      title={text.createTitle}
      submitLabel={text.create}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <NameAndSlug
        label={text.name}
        name={form.values.name}
        nameProps={form.getInputProps("name")}
        slugProps={form.getInputProps("slug")}
      />
    </FormDialog>
  );
}
