import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { workflowsText } from "../../messages/workflows.js";

const CreateWorkflowDialog = part(() =>
  import("./create-workflow-dialog.js").then((module) => module.CreateWorkflowDialog),
);

/** Opens the dialog that creates a workflow; its code comes with the first click. */
export function CreateWorkflowButton({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {workflowsText.create}
      </Button>
      <Suspense>
        {open && <CreateWorkflowDialog projectId={projectId} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
