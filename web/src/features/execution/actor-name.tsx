import { Group } from "@mantine/core";
import { IconKey, IconServerCog, IconUser } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ActorKind } from "../../gql/graphql.js";
import { executionsText } from "../../messages/executions.js";

const ICONS = { USER: IconUser, API_KEY: IconKey, SYSTEM: IconServerCog };

interface Props {
  actor: { kind: ActorKind; name: string };
  /** The name as a link, where it leads somewhere. */
  children?: ReactNode;
}

/** Who did it, as named at that moment, and what kind of somebody it was. */
export function ActorName({ actor, children }: Props) {
  const ActorIcon = ICONS[actor.kind];
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      <ActorIcon
        size={16}
        role="img"
        aria-label={executionsText.actorKind[actor.kind]}
        style={{ flex: "none" }}
      />
      <span>{children ?? actor.name}</span>
    </Group>
  );
}
