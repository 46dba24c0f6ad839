import { ActionIcon, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconKey, IconServerCog, IconUser } from "@tabler/icons-react";
import { useId, useState } from "react";
import { Moment } from "../../components/moment.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import { auditText } from "../../messages/audit.js";
import { AuditDetails } from "./audit-details.js";
import type { AuditSearch } from "./audit-search.js";
import { readChanges } from "./changes.js";
import { TargetLink } from "./target-link.js";

const text = auditText;
const ICONS = { USER: IconUser, API_KEY: IconKey, SYSTEM: IconServerCog };

interface Props {
  entry: AuditEntryRowFragment;
  /** The organization's slug. */
  org: string;
  onSearch: (patch: AuditSearch) => void;
}

/** One entry as a sentence, with what changed below it; all that was recorded opens on demand. */
export function AuditRow({ entry, org, onSearch }: Props) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const { actor, ip } = entry;
  const ActorIcon = ICONS[actor.kind];
  const fields = readChanges(
    entry.changes,
    (id) => entry.projects.find((project) => project.id === id)?.name,
  );
  const changed = fields.filter(({ old }) => old !== undefined);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className="audit-entry">
      <div className="audit-row">
        <Text size="sm" c="dimmed" component="div">
          <Moment at={entry.at} />
        </Text>
        <div>
          <ActorIcon size={16} role="img" aria-label={text.actorKind[actor.kind]} className="audit-icon" />{" "}
          <strong>{actor.name}</strong> <Sentence entry={entry} org={org} />
          {changed.length > 0 && (
            <ul className="audit-changes">
              {changed.map(({ field, old = "", now }) => (
                <li key={field}>
                  {field}: {text.change(old, now)}
                </li>
              ))}
            </ul>
          )}
        </div>
        <span className="mono audit-ip">{ip}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.detailsOf(`${actor.name}, ${text.otherAction(entry.action)}, ${entry.targetName}`)}
          aria-expanded={open}
          aria-controls={open ? details : undefined}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
      </div>
      {open && (
        <div id={details} className="audit-details">
          <AuditDetails entry={entry} fields={fields} onSearch={onSearch} />
        </div>
      )}
    </li>
  );
}

function Sentence({ entry, org }: Omit<Props, "onSearch">) {
  const { action, actor, targetName, targetType, projectId, projects } = entry;
  // Who joins or leaves is the one to whom it happens.
  if (actor.name === targetName && action === "member.add") return text.joined;
  if (actor.name === targetName && action === "member.remove") return text.left;
  const project = targetType === "project" ? undefined : projects.find(({ id }) => id === projectId);
  return (
    <>
      {text.action(action) ?? text.plain(action)} <TargetLink entry={entry} org={org} />
      {project !== undefined && ` ${text.inProject(project.name)}`}
    </>
  );
}
