import { useMutation } from "@apollo/client/react";
import { Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FormDialog } from "../../components/form-dialog.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { ownTimeZone } from "../../lib/time.js";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { useWorkflowForm } from "./use-workflow-form.js";
import { UpdateWorkflowDocument } from "./workflow.graphql.js";
import { draftOf, updateInputOf } from "./workflow-draft.js";
import { MainFields, MoreFields } from "./workflow-fields.js";

const text = workflowSettingsText;

interface Props {
  workflow: WorkflowDetailsFragment;
  onClose: () => void;
  /** Gets the slug, which may be another one now. */
  onSaved: (slug: string) => void;
}

/** Every setting of a workflow. Only what was changed is sent. */
export function EditWorkflowDialog({ workflow, onClose, onSaved }: Props) {
  const [update] = useMutation(UpdateWorkflowDocument);
  const { form, refusal, schemaFaults, submitWith } = useWorkflowForm(draftOf(workflow, ownTimeZone()));

  const submit = submitWith(async (draft) => {
    const input = updateInputOf(draft, form.getInitialValues(), workflow.id);
    if (input === null) notifications.show({ message: text.unchanged });
    const saved = input && (await update({ variables: { input } })).data?.updateWorkflow;
    if (saved) notifications.show({ message: text.saved(saved.name) });
    onSaved(saved?.slug ?? workflow.slug);
  });

  return (
    <FormDialog
      title={text.editTitle(workflow.name)}
      submitLabel={text.save}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <MainFields form={form} isNew={false} />
      <Switch
        label={text.enabled}
        description={text.enabledHint}
        {...form.getInputProps("enabled", { type: "checkbox" })}
      />
      <MoreFields form={form} schemaFaults={schemaFaults} />
    </FormDialog>
  );
}
