import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { messages } from "../../app/messages.js";

const CreateWorkflowDialog = lazy(() =>
  import("./create-workflow-dialog.js").then((module) => ({ default: module.CreateWorkflowDialog })),
);

/** Opens the dialog that creates a workflow; its code comes with the first click. */
export function CreateWorkflowButton({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {messages.workflows.create}
      </Button>
      <Suspense>
        {open && <CreateWorkflowDialog projectId={projectId} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
