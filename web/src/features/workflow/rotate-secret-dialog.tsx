import { useMutation } from "@apollo/client/react";
import { Alert, Radio, Stack, Text } from "@mantine/core";
import { GRACE_SECONDS } from "@postern/shared";
import { type FormEvent, useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { OneTimeSecretDialog } from "../../components/one-time-secret-dialog.js";
import type { RotateSigningSecretMutation } from "../../gql/graphql.js";
import { useNow } from "../../lib/now.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { momentText } from "../../lib/time.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { workflowsText } from "../../messages/workflows.js";
import { receiverSamples, SIGNING_VARIABLE } from "./receiver-samples.js";
import { RotateSigningSecretDocument } from "./workflow.graphql.js";

const text = workflowPageText;
const GRACES = Object.entries(text.graces);

interface Props {
  workflow: { id: string; name: string };
  /** Whether an older secret still signs. */
  isRotating: boolean;
  onClose: () => void;
}

/** A new signing secret, shown once, after a choice of how long the old one signs on. */
export function RotateSecretDialog({ workflow, isRotating, onClose }: Props) {
  const [rotate, result] = useMutation(RotateSigningSecretDocument, { fetchPolicy: "no-cache" });
  const [grace, setGrace] = useState(String(GRACE_SECONDS));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [made, setMade] = useState<RotateSigningSecretMutation["rotateWorkflowSigningSecret"] | null>(null);
  const now = useNow();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    try {
      const { data } = await rotate({
        variables: { id: workflow.id, graceSeconds: Number(grace) },
        // The answer stays out of the cache for its secret, so the workflow is told apart from it.
        update: (cache, { data }) => {
          const { previousSigningSecretExpiresAt } = data?.rotateWorkflowSigningSecret.workflow ?? {};
          cache.modify({
            id: cache.identify({ __typename: "Workflow", id: workflow.id }),
            fields: { previousSigningSecretExpiresAt: () => previousSigningSecretExpiresAt ?? null },
          });
        },
      });
      result.reset();
      setMade(data?.rotateWorkflowSigningSecret ?? null);
    } catch (error) {
      setRefusal(refusalFrom(error));
    }
  }

  if (made !== null) {
    const until = made.workflow.previousSigningSecretExpiresAt;
    return (
      <OneTimeSecretDialog
        title={text.rotatedTitle}
        lead={
          until === null
            ? text.rotatedNow(workflow.name)
            : text.rotatedBoth(workflow.name, momentText(new Date(until)))
        }
        secret={made.signingSecret}
        copyLabel={workflowsText.copySecret}
        variable={SIGNING_VARIABLE}
        samples={receiverSamples}
        samplesLead={workflowsText.receiverLead}
        onClose={onClose}
      />
    );
  }
  const until = new Date(now.getTime() + Number(grace) * 1000);
  return (
    <FormDialog
      title={text.rotateTitle}
      submitLabel={text.rotateSubmit}
      busy={result.loading}
      refusal={refusal}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
      summary={
        <Text size="sm" fw={600} aria-live="polite">
          {grace === "0" ? text.graceNow : text.graceUntil(momentText(until))}
        </Text>
      }
    >
      <Text size="sm">{text.rotateLead}</Text>
      {isRotating && (
        <Alert color="amber" variant="light">
          {text.rotateDrops}
        </Alert>
      )}
      <Radio.Group label={text.grace} value={grace} onChange={setGrace}>
        <Stack gap="xs" mt="xs">
          {GRACES.map(([seconds, label]) => (
            <Radio
              key={seconds}
              value={seconds}
              label={label}
              data-autofocus={seconds === grace || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
