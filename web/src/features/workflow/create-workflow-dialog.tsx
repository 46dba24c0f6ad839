import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Text } from "@mantine/core";
import { ATTEMPTS_MAX, COMPLETION_TIMEOUT_SECONDS, TIMEOUT_SECONDS } from "@postern/shared";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { OneTimeSecretDialog } from "../../components/one-time-secret-dialog.js";
import type { CreateWorkflowMutation } from "../../gql/graphql.js";
import { ownTimeZone } from "../../lib/time.js";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { workflowsText } from "../../messages/workflows.js";
import { receiverSamples, SIGNING_VARIABLE } from "./receiver-samples.js";
import { useWorkflowForm } from "./use-workflow-form.js";
import { CreateWorkflowDocument, WorkflowsDocument } from "./workflow.graphql.js";
import { createInputOf, draftOf } from "./workflow-draft.js";
import { MainFields, MoreFields } from "./workflow-fields.js";

const text = workflowsText;
const MAIN = ["name", "slug", "targetUrl", "description"];
const EMPTY = {
  name: "",
  slug: "",
  description: null,
  enabled: true,
  targetUrl: "",
  targetHeaders: [],
  maxAttempts: ATTEMPTS_MAX,
  timeoutSeconds: TIMEOUT_SECONDS,
  completionTimeoutSeconds: COMPLETION_TIMEOUT_SECONDS,
  schedule: null,
  inputSchema: null,
};

interface Props {
  projectId: string;
  onClose: () => void;
}

/** One dialog, then the signing secret, once: it lives in this component's state and ends with it. */
export function CreateWorkflowDialog({ projectId, onClose }: Props) {
  const client = useApolloClient();
  const [create, result] = useMutation(CreateWorkflowDocument, { fetchPolicy: "no-cache" });
  const [made, setMade] = useState<CreateWorkflowMutation["createWorkflow"] | null>(null);
  const [more, setMore] = useState(false);
  const { form, refusal, schemaFaults, submitWith } = useWorkflowForm(draftOf(EMPTY, ownTimeZone()));

  const submit = submitWith(async (draft) => {
    const { data } = await create({ variables: { input: createInputOf(draft, projectId) } });
    result.reset();
    setMade(data?.createWorkflow ?? null);
    void client.refetchQueries({ include: [WorkflowsDocument] });
  });

  if (made !== null) {
    return (
      <OneTimeSecretDialog
        title={text.secretTitle}
        lead={text.secretLead(made.workflow.name)}
        secret={made.signingSecret}
        copyLabel={text.copySecret}
        variable={SIGNING_VARIABLE}
        samples={receiverSamples}
        samplesLead={text.receiverLead}
        onClose={onClose}
      />
    );
  }
  // What is wrong is never hidden.
  const isMoreShown = more || Object.keys(form.errors).some((path) => !MAIN.includes(path));
  return (
    <FormDialog
      title={text.createTitle}
      submitLabel={text.createSubmit}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <MainFields form={form} isNew />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={isMoreShown}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setMore(!isMoreShown)}
        >
          {workflowSettingsText.more}
        </Button>
        {!isMoreShown && (
          <Text size="xs" c="dimmed" mt={4}>
            {workflowSettingsText.moreHint}
          </Text>
        )}
      </div>
      {isMoreShown && <MoreFields form={form} schemaFaults={schemaFaults} />}
    </FormDialog>
  );
}
