import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, Suspense, useRef } from "react";
import { FactList } from "../../components/fact-list.js";
import { Moment } from "../../components/moment.js";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { EditKeyProps } from "./edit-key.js";
import type { KeyDetails } from "./key-lock.js";
import { KeySection } from "./key-section.js";

const EditKey = part<EditKeyProps>(() => import("./edit-key.js").then((module) => module.EditKey));

const text = keyDetailText;

interface Props extends Pick<EditKeyProps, "apiKey" | "onBusy"> {
  mayEdit: boolean;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** What the key is set to, and in the same place the form that changes it. */
export function KeySettings({ apiKey, mayEdit, editing, onEditing, onBusy }: Props) {
  const editButton = useRef<HTMLButtonElement>(null);

  function leave() {
    onEditing(false);
    requestAnimationFrame(() => editButton.current?.focus());
  }

  return (
    <KeySection
      title={text.settings}
      action={
        mayEdit && !editing ? (
          <Button
            ref={editButton}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onPointerEnter={() => void EditKey.preload()}
            onClick={() => onEditing(true)}
          >
            {text.edit}
          </Button>
        ) : undefined
      }
    >
      {editing && mayEdit ? (
        <Suspense fallback={<FactList facts={factsOf(apiKey)} />}>
          <EditKey apiKey={apiKey} onLeave={leave} onBusy={onBusy} />
        </Suspense>
      ) : (
        <FactList facts={factsOf(apiKey)} />
      )}
    </KeySection>
  );
}

function factsOf(apiKey: KeyDetails): [string, ReactNode][] {
  const { facts } = text;
  const fact = (name: string, value: ReactNode): [string, ReactNode][] => [[name, value]];
  return [
    ...fact(facts.role, `${apiKeysText.roles[apiKey.role]}. ${apiKeysText.roleHints[apiKey.role]}`),
    ...fact(facts.access, reachOf(apiKey)),
    ...fact(
      facts.expires,
      apiKey.expiresAt === null ? (
        apiKeysText.never
      ) : (
        <>
          <Moment at={apiKey.expiresAt} as="date" /> (<Moment at={apiKey.expiresAt} />)
        </>
      ),
    ),
    ...fact(
      facts.ips,
      apiKey.allowedIps.length === 0 ? text.anywhere : <Ranges ranges={apiKey.allowedIps} />,
    ),
    ...fact(facts.rate, text.rate(apiKey.rateLimitPerMinute, apiKey.rateLimitIsDefault)),
    ...(apiKey.owner === null ? [] : fact(facts.owner, apiKey.owner.name)),
    ...fact(
      facts.lastUsed,
      apiKey.lastUsedAt === null ? (
        keyListsText.neverUsed
      ) : (
        <>
          <Moment at={apiKey.lastUsedAt} />
          {apiKey.lastUsedIp !== null && ` ${text.from(apiKey.lastUsedIp)}`}
        </>
      ),
    ),
    ...fact(
      facts.created,
      <>
        <Moment at={apiKey.createdAt} /> {text.byWhom(apiKey.createdBy.name)}
      </>,
    ),
    ...fact(facts.id, <span className="mono">{apiKey.id}</span>),
  ];
}

function reachOf({ project, access, selectedProjects }: KeyDetails): string {
  if (project !== null) return project.name;
  if (access === "ALL_PROJECTS")
    return `${apiKeysText.access.ALL_PROJECTS}. ${apiKeysText.accessHints.ALL_PROJECTS}`;
  if (selectedProjects.length === 0) return `${apiKeysText.selectedNone}. ${apiKeysText.selectedNoneHint}`;
  return selectedProjects.map(({ name }) => name).join(", ");
}

function Ranges({ ranges }: { ranges: readonly string[] }) {
  return ranges.map((range) => (
    <span key={range} className="mono" style={{ display: "block" }}>
      {range}
    </span>
  ));
}
