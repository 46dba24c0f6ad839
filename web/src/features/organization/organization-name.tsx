import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { RenameForm } from "../../components/rename-form.js";
import { settingsText } from "../../messages/settings.js";
import { UpdateOrganizationDocument } from "./organization.graphql.js";

interface Props {
  organization: { id: string; name: string; slug: string };
  onMoved: (slug: string) => void;
}

export function OrganizationName({ organization, onMoved }: Props) {
  const [update] = useMutation(UpdateOrganizationDocument);
  return (
    <RenameForm
      now={organization}
      address={(slug) => `/o/${slug}`}
      onSave={async (values) => {
        const { data } = await update({ variables: { input: { id: organization.id, ...values } } });
        notifications.show({ message: settingsText.saved });
        const slug = data?.updateOrganization.slug;
        if (slug !== undefined && slug !== organization.slug) onMoved(slug);
      }}
    />
  );
}
