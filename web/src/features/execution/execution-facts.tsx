import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "../../components/copy-button.js";
import { FactList } from "../../components/fact-list.js";
import { Hint } from "../../components/hint.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { executionsText } from "../../messages/executions.js";
import { ActorName } from "./actor-name.js";
import type { ExecutionDetails } from "./execution-view.js";

const text = executionsText;

interface Props {
  execution: ExecutionDetails;
  organization: string;
}

/** Where an execution comes from. */
export function ExecutionFacts({ execution, organization }: Props) {
  const { workflow, project, idempotencyKey, retryOfId, retryOf } = execution;
  const params = { org: organization, project: project.slug };
  const scheduled = execution.triggeredBy.apiKey?.kind === "SYSTEM" && retryOfId === null;
  const facts: [string, ReactNode][] = [
    [
      text.workflow,
      workflow.deletedAt === null ? (
        <TextLink
          to="/o/$org/p/$project/workflows/$workflow"
          params={{ ...params, workflow: workflow.slug }}
          fz="sm"
        >
          {workflow.name}
        </TextLink>
      ) : (
        text.workflowDeleted(workflow.name)
      ),
    ],
    [text.triggeredBy, <Who key="who" actor={execution.triggeredBy} />],
    [text.createdAt, <Moment key="created" at={execution.createdAt} />],
    [
      text.finishedAt,
      execution.finishedAt ? <Moment key="end" at={execution.finishedAt} /> : text.unfinished,
    ],
  ];
  if (scheduled && workflow.schedule !== null)
    facts.push([text.schedule, text.scheduleIn(workflow.schedule.cron, workflow.schedule.timeZone)]);
  if (retryOfId !== null)
    facts.push([
      text.retryOf,
      retryOf === null ? (
        text.retryOfGone
      ) : (
        <TextLink
          key="first"
          to="/o/$org/p/$project/executions/$execution"
          params={{ ...params, execution: retryOf.id }}
          fz="sm"
        >
          {text.retryOfLink}
        </TextLink>
      ),
    ]);
  if (idempotencyKey !== null)
    facts.push([text.idempotencyKey, <IdempotencyKey key="key" value={idempotencyKey} />]);
  facts.push([text.id, <Id key="id" id={execution.id} />]);
  return <FactList facts={facts} />;
}

function Who({ actor }: { actor: ExecutionDetails["triggeredBy"] }) {
  const { apiKey, apiKeyId, name } = actor;
  if (apiKey !== null) {
    return (
      <ActorName actor={actor}>
        <TextLink to="/keys/$key" params={{ key: apiKey.id }} fz="sm">
          {name}
        </TextLink>
      </ActorName>
    );
  }
  return apiKeyId === null ? (
    <ActorName actor={actor} />
  ) : (
    <Hint label={text.keyGone}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation opens by focus */}
      <span tabIndex={0}>
        <ActorName actor={actor} />
      </span>
    </Hint>
  );
}

function IdempotencyKey({ value }: { value: string }) {
  return (
    <>
      <span className="mono">{value}</span>
      <Text size="xs" c="dimmed" mt={2}>
        {text.idempotencyHint}
      </Text>
    </>
  );
}

function Id({ id }: { id: string }) {
  return (
    <Group gap="xs">
      <span className="mono">{id}</span>
      <CopyButton text={id} label={text.copyId} size="compact-xs" />
    </Group>
  );
}
