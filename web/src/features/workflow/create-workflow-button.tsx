import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
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
      <CreateButton label={workflowsText.create} onClick={() => setOpen(true)} />
      <Suspense>
        {open && <CreateWorkflowDialog projectId={projectId} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
