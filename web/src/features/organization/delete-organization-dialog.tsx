import { useMutation, useQuery } from "@apollo/client/react";
import { DeleteDialog } from "../../components/delete-dialog.js";
import { settingsText } from "../../messages/settings.js";
import { DeleteOrganizationDocument, OrganizationContentsDocument } from "./organization.graphql.js";

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

export function DeleteOrganizationDialog({ organization, ...rest }: Props) {
  const { id, name } = organization;
  const [remove] = useMutation(DeleteOrganizationDocument, { variables: { id } });
  const { data } = useQuery(OrganizationContentsDocument, {
    variables: { organization: id },
    fetchPolicy: "network-only",
  });
  const here = data?.organization;
  return (
    <DeleteDialog
      name={name}
      warning={settingsText.deleteOrganizationWarning}
      contents={settingsText.organizationContents(
        here?.contents.totalCount,
        here?.keys?.totalCount,
        here?.people?.totalCount,
      )}
      confirmLabel={settingsText.deleteOrganization}
      typed
      onDelete={() => remove()}
      {...rest}
    />
  );
}
