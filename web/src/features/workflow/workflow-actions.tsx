import { Button, Group } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { workflowPageText } from "../../messages/workflow-page.js";

const text = workflowPageText;

const EditDialog = part(() =>
  import("./edit-workflow-dialog.js").then((module) => module.EditWorkflowDialog),
);
const DisableDialog = part(() =>
  import("./disable-workflow-dialog.js").then((module) => module.DisableWorkflowDialog),
);
const DeleteDialog = part(() =>
  import("./delete-workflow-dialog.js").then((module) => module.DeleteWorkflowDialog),
);

interface Props {
  workflow: WorkflowDetailsFragment;
  /** The workflow may have another slug now. */
  onSaved: (slug: string) => void;
  onDeleted: () => Promise<void>;
}

/** What somebody who may change the workflow does with it. */
export function WorkflowActions({ workflow, onSaved, onDeleted }: Props) {
  const [open, setOpen] = useState<"edit" | "disable" | "delete" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => setOpen("edit")}
        >
          {text.edit}
        </Button>
        {workflow.enabled && (
          <Button variant="default" onClick={() => setOpen("disable")}>
            {text.disable}
          </Button>
        )}
        <Button variant="outline" color="red" onClick={() => setOpen("delete")}>
          {text.remove}
        </Button>
      </Group>
      <Suspense>
        {open === "edit" && (
          <EditDialog
            workflow={workflow}
            onClose={close}
            onSaved={(slug) => {
              close();
              onSaved(slug);
            }}
          />
        )}
        {open === "disable" && <DisableDialog workflow={workflow} onClose={close} />}
        {open === "delete" && <DeleteDialog workflow={workflow} onClose={close} onDeleted={onDeleted} />}
      </Suspense>
    </>
  );
}
