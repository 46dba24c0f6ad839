import { useMutation, useQuery } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmByNameDialog } from "../../components/confirm-by-name-dialog.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { settingsText } from "../../messages/settings.js";
import { DeleteOrganizationDocument, OrganizationContentsDocument } from "./organization.graphql.js";

const text = settingsText;

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

export function DeleteOrganizationDialog({ organization, onClose, onDeleted }: Props) {
  const { id, name } = organization;
  const [remove] = useMutation(DeleteOrganizationDocument);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { data } = useQuery(OrganizationContentsDocument, {
    variables: { organization: id },
    fetchPolicy: "network-only",
  });
  const here = data?.organization;
  const what = text.organizationContents(
    here?.contents.totalCount,
    here?.keys?.totalCount,
    here?.people?.totalCount,
  );

  async function confirm() {
    setBusy(true);
    setRefusal(null);
    try {
      await remove({ variables: { id } });
      notifications.show({ message: text.deleted(name) });
      await onDeleted();
    } catch (error) {
      setRefusal(refusalFrom(error));
      setBusy(false);
    }
  }

  return (
    <ConfirmByNameDialog
      title={text.deleteOrganizationTitle(name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">{text.deleteOrganizationWarning}</Text>
          {what !== "" && (
            <Text size="sm" fw={600}>
              {text.contents(what)}
            </Text>
          )}
        </Stack>
      }
      name={name}
      confirmLabel={text.deleteOrganization}
      failedTitle={text.deleteFailed}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
