import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { CreateNamedDialog } from "../../components/create-named-dialog.js";
import { organizationsText } from "../../messages/organizations.js";
import { CreateOrganizationDocument, OrganizationsDocument } from "./organization.graphql.js";

const text = organizationsText;

interface Props {
  onClose: () => void;
  onCreated: (slug: string) => void;
}

export function CreateOrganizationDialog({ onClose, onCreated }: Props) {
  const [create] = useMutation(CreateOrganizationDocument, { refetchQueries: [OrganizationsDocument] });
  return (
    <CreateNamedDialog
      title={text.createTitle}
      submitLabel={text.create}
      label={text.name}
      onCreate={async (values) => {
        const { data } = await create({ variables: { input: values } });
        if (!data) return;
        notifications.show({ message: text.created(values.name.trim()) });
        onCreated(data.createOrganization.slug);
      }}
      onClose={onClose}
    />
  );
}
