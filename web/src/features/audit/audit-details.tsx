import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { FactList } from "../../components/fact-list.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import { momentText, utcText } from "../../lib/time.js";
import { auditText } from "../../messages/audit.js";
import { actorIdOf } from "./audit-choices.js";
import type { AuditSearch } from "./audit-search.js";
import type { RecordedField } from "./changes.js";

const text = auditText;

interface Props {
  entry: AuditEntryRowFragment;
  fields: readonly RecordedField[];
  onSearch: (patch: AuditSearch) => void;
}

/** All that an entry recorded, and what else was recorded of the same. */
export function AuditDetails({ entry, fields, onSearch }: Props) {
  const at = new Date(entry.at);
  const actorId = actorIdOf(entry.actor);
  const facts: [string, ReactNode][] = [
    [text.exactly, `${momentText(at)} (${utcText(at)})`],
    [text.recordedAs, <Mono key="action">{entry.action}</Mono>],
    [text.targetId, <Mono key="target">{entry.targetId}</Mono>],
    [text.address, entry.ip === null ? text.noAddress : <Mono key="ip">{entry.ip}</Mono>],
    ...fields.map(({ field, old, now }): [string, ReactNode] => [
      field,
      old === undefined ? now : text.change(old, now),
    ]),
  ];
  return (
    <Stack gap="sm">
      <FactList facts={facts} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onSearch({ target: entry.targetId })}>
          {text.onlyTarget}
        </Button>
        {actorId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onSearch({ actor: actorId })}>
            {text.onlyActor}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

const Mono = ({ children }: { children: string }) => <span className="mono">{children}</span>;
