import { useQuery } from "@apollo/client/react";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import { AuditPlacesDocument } from "./audit.graphql.js";

export interface Choice {
  id: string;
  name: string;
}

/** Names and addresses of what entries name by id, as far as they are still there. */
export interface AuditPlaces {
  org: string;
  projects: ReadonlyMap<string, { id: string; name: string; slug: string }>;
  people: readonly Choice[];
}

export function useAuditPlaces(organization: { id: string; slug: string }): AuditPlaces {
  const { data } = useQuery(AuditPlacesDocument, { variables: { organization: organization.id } });
  const here = data?.organization;
  return {
    org: organization.slug,
    projects: new Map(here?.projects.edges.map(({ node }) => [node.id, node])),
    people: here?.members?.edges.map(({ node }) => node.user) ?? [],
  };
}

type Entry = Pick<AuditEntryRowFragment, "action" | "targetId" | "actor">;
const ENDS = new Set(["apiKey.delete", "member.remove", "workflow.delete", "project.delete"]);

/** What newer entries say is gone: nothing leads there any more. */
export const goneIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.filter(({ action }) => ENDS.has(action)).map(({ targetId }) => targetId));

/** The id that entries by this actor are found by; null for the system, which has none. */
export const actorIdOf = ({ apiKeyId, user }: Entry["actor"]): string | null => apiKeyId ?? user?.id ?? null;

/** Everyone to choose from: members, and whoever did what is in sight. */
export function actorChoices(people: readonly Choice[], entries: readonly Entry[]): Choice[] {
  const choices = new Map(people.map((person) => [person.id, person.name]));
  for (const { actor } of entries) {
    const id = actorIdOf(actor);
    if (id !== null && !choices.has(id)) choices.set(id, actor.name);
  }
  return [...choices].map(([id, name]) => ({ id, name }));
}
