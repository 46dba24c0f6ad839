import { useApolloClient, useMutation } from "@apollo/client/react";
import { Chip, Group, Input, Stack, Text, TextInput } from "@mantine/core";
import { GRACE_MAX_SECONDS } from "@postern/shared";
import { type FormEvent, useRef, useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { newIdempotencyKey } from "../../lib/idempotency-key.js";
import { useNow } from "../../lib/now.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { toLocalInput } from "../../lib/time.js";
import { keyChangesText } from "../../messages/key-changes.js";
import { KEY_LISTS } from "./api-key.graphql.js";
import type { NewKey } from "./create-key-dialog.js";
import { EditFirst } from "./edit-first.js";
import {
  GRACES,
  type Grace,
  graceProblem,
  graceSeconds,
  hasSecret,
  renewedEnd,
  rotationConsequences,
} from "./grace.js";
import { ApiKeyDetailsDocument, ApiKeyHistoryDocument, RotateApiKeyDocument } from "./key-detail.graphql.js";
import type { KeyDetails } from "./key-lock.js";
import { NewKeyDialog } from "./new-key-dialog.js";
import { brokenRules, type KeyPolicy, useKeyPolicy } from "./policy-rules.js";

const text = keyChangesText;

export interface RotateKeyProps {
  apiKey: KeyDetails;
  /** Leads to the key's settings instead. */
  onEdit: () => void;
  onClose: () => void;
}

/** How long the old secret still works, then the new one, once. It lives in this component's state alone. */
export function RotateKeyDialog(props: RotateKeyProps) {
  const policy = useKeyPolicy({ organization: props.apiKey.organization.id });
  return policy === undefined ? null : <Dialog {...props} policy={policy} />;
}

function Dialog({ apiKey, policy, onEdit, onClose }: RotateKeyProps & { policy: KeyPolicy }) {
  const { rotate, made, busy, refusal } = useRotate(apiKey.id);
  const [grace, setGrace] = useState<Grace>({ choice: "DAY", until: "" });
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const now = useNow();
  const problem = graceProblem(grace, now);
  const isFirst = !hasSecret(apiKey);
  const broken = rulesBroken(apiKey, policy, now);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const seconds = graceSeconds(grace, new Date());
    if (seconds === null || graceProblem(grace, new Date()) !== null) field.current?.focus();
    else void rotate(seconds);
  }

  if (made !== null) {
    return (
      <NewKeyDialog
        made={made}
        reach={reachOf(apiKey)}
        title={text.rotatedTitle}
        lead={text.rotatedLead(apiKey.name)}
        onClose={onClose}
      />
    );
  }
  if (broken.length > 0) {
    return <EditFirst name={apiKey.name} broken={broken} onEdit={onEdit} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={text.rotateTitle(apiKey.name)}
      submitLabel={text.rotateSubmit}
      busy={busy}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{isFirst ? text.rotateFirst : text.rotateLead}</Text>
      {!isFirst && (
        <>
          <Input.Wrapper label={text.grace} labelElement="div" id="grace" description={text.graceHint}>
            <Chip.Group
              value={grace.choice}
              onChange={(choice) => setGrace({ ...grace, choice: choice as Grace["choice"] })}
            >
              <Group gap="xs" mt={4} role="radiogroup" aria-labelledby="grace-label">
                {GRACES.map((choice) => (
                  <Chip
                    key={choice}
                    value={choice}
                    size="sm"
                    variant="outline"
                    data-autofocus={choice === grace.choice || undefined}
                  >
                    {text.graces[choice]}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {grace.choice === "CUSTOM" && (
              <TextInput
                ref={field}
                mt="xs"
                type="datetime-local"
                label={text.graceDate}
                min={toLocalInput(now)}
                max={toLocalInput(new Date(now.getTime() + GRACE_MAX_SECONDS * 1000))}
                value={grace.until}
                error={tried || grace.until !== "" ? problem : null}
                onChange={({ currentTarget }) => setGrace({ ...grace, until: currentTarget.value })}
              />
            )}
          </Input.Wrapper>
          <Stack gap="xs" aria-live="polite">
            {rotationConsequences(apiKey, grace, now).map((sentence) => (
              <Text key={sentence} size="sm">
                {sentence}
              </Text>
            ))}
          </Stack>
        </>
      )}
    </FormDialog>
  );
}

/** What the server would refuse the rotation for; it asks nothing of a system key. */
function rulesBroken(apiKey: KeyDetails, policy: KeyPolicy, now: Date): string[] {
  if (apiKey.kind === "SYSTEM") return [];
  return brokenRules(policy, { end: renewedEnd(apiKey, now), allowedIps: apiKey.allowedIps }, now);
}

/** A project for the examples: the key's own, or one that it names, or any. */
function reachOf({ project, access, selectedProjects, organization }: KeyDetails) {
  const named = project ?? (access === "SELECTED_PROJECTS" ? selectedProjects[0] : undefined);
  return named ? { projectId: named.id } : { organizationId: organization.id };
}

/** Rotates without leaving the secret in Apollo's cache or in the state of its hook; a repeat makes nothing. */
function useRotate(id: string) {
  const client = useApolloClient();
  const [send, { loading, reset }] = useMutation(RotateApiKeyDocument, { fetchPolicy: "no-cache" });
  const [made, setMade] = useState<NewKey | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [idempotencyKey] = useState(newIdempotencyKey);

  async function rotate(seconds: number) {
    setRefusal(null);
    try {
      const { data } = await send({ variables: { input: { id, graceSeconds: seconds, idempotencyKey } } });
      reset();
      setMade(data?.rotateApiKey ?? null);
      void client.refetchQueries({ include: [...KEY_LISTS, ApiKeyDetailsDocument, ApiKeyHistoryDocument] });
    } catch (error) {
      setRefusal(refusalFrom(error));
    }
  }
  return { rotate, made, busy: loading, refusal };
}
