import { useMutation, useQuery } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmByNameDialog } from "../../components/confirm-by-name-dialog.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { settingsText } from "../../messages/settings.js";
import { DeleteProjectDocument, ProjectContentsDocument } from "./project.graphql.js";

const text = settingsText;

interface Props {
  project: { id: string; name: string };
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

export function DeleteProjectDialog({ project, onClose, onDeleted }: Props) {
  const { id, name } = project;
  const [remove] = useMutation(DeleteProjectDocument);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { data } = useQuery(ProjectContentsDocument, {
    variables: { project: id },
    fetchPolicy: "network-only",
  });
  const here = data?.project;
  const what = text.projectContents(here?.keys?.totalCount, here?.flows?.totalCount, here?.open?.totalCount);

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
      title={text.deleteProjectTitle(name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">{text.deleteProjectWarning}</Text>
          {what !== "" && (
            <Text size="sm" fw={600}>
              {text.contents(what)}
            </Text>
          )}
        </Stack>
      }
      name={name}
      confirmLabel={text.deleteProject}
      failedTitle={text.deleteFailed}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
