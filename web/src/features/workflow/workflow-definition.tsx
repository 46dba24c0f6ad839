import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, Suspense, useState } from "react";
import { CopyButton } from "../../components/copy-button.js";
import { FactList } from "../../components/fact-list.js";
import { Moment } from "../../components/moment.js";
import { part } from "../../components/part.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { scheduleText } from "../../messages/schedule.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { workflowsText } from "../../messages/workflows.js";
import { ScheduleWords } from "./schedule-words.js";
import { SchemaView } from "./schema-view.js";

const text = workflowPageText;

const RotateSecretDialog = part(() =>
  import("./rotate-secret-dialog.js").then((module) => module.RotateSecretDialog),
);

interface Props {
  workflow: WorkflowDetailsFragment;
  canWrite: boolean;
}

/** What a workflow is: where it delivers to and how, when it runs by itself, what it takes, who made it. */
export function WorkflowDefinition({ workflow, canWrite }: Props) {
  const facts: [string, ReactNode][] = [
    [workflowsText.deliversTo, <Mono key="target">{workflow.targetUrl}</Mono>],
    [workflowsText.id, <Id key="id" id={workflow.id} />],
    [text.headers, <Headers key="headers" headers={workflow.targetHeaders} />],
    [scheduleText.title, <ScheduleWords key="schedule" workflow={workflow} />],
    [text.delivery, deliveryWords(workflow)],
    [text.input, <SchemaView key="input" schema={workflow.inputSchema} />],
    [text.signing, <SigningSecret key="secret" workflow={workflow} canWrite={canWrite} />],
    [
      workflowsText.createdBy,
      <Text key="created" span inherit>
        <Moment at={workflow.createdAt} /> {apiKeysText.by(workflow.createdBy.name)}
      </Text>,
    ],
  ];
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
      <Title order={2} mb="sm">
        {text.definition}
      </Title>
      <FactList facts={facts} />
    </Paper>
  );
}

const Mono = ({ children }: { children: string }) => <span className="mono">{children}</span>;

function Id({ id }: { id: string }) {
  return (
    <Group gap="xs">
      <Mono>{id}</Mono>
      <CopyButton text={id} label={text.copyId} size="compact-xs" />
    </Group>
  );
}

function Headers({ headers }: { headers: WorkflowDetailsFragment["targetHeaders"] }) {
  if (headers.length === 0) return text.headersNone;
  return (
    <Stack gap={2}>
      {headers.map(({ name, value }) => (
        <span key={name} className="mono">
          {name}: <span title={text.headerMasked}>{value}</span>
        </span>
      ))}
    </Stack>
  );
}

function deliveryWords({ maxAttempts, timeoutSeconds, completionTimeoutSeconds }: WorkflowDetailsFragment) {
  return (
    <>
      {text.attempts(maxAttempts)}, {text.timeout(timeoutSeconds)}
      <Text size="sm" c="dimmed">
        {text.completionWithin(text.duration(completionTimeoutSeconds))}.
      </Text>
    </>
  );
}

function SigningSecret({ workflow, canWrite }: Props) {
  const [rotating, setRotating] = useState(false);
  const until = workflow.previousSigningSecretExpiresAt;
  const both = until !== null && new Date(until) > new Date();
  return (
    <Group gap="xs">
      <span>
        {both ? (
          <>
            {text.signingBoth} <Moment at={until} />.
          </>
        ) : (
          text.signingOne
        )}
      </span>
      {canWrite && (
        <Button variant="default" size="compact-xs" onClick={() => setRotating(true)}>
          {text.rotate}
        </Button>
      )}
      <Suspense>
        {rotating && (
          <RotateSecretDialog workflow={workflow} isRotating={both} onClose={() => setRotating(false)} />
        )}
      </Suspense>
    </Group>
  );
}
