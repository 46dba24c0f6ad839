import { useQuery } from "@apollo/client/react";
import type { Choice } from "../../components/choice-filter.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import { auditText } from "../../messages/audit.js";
import { AuditActorsDocument, AuditNamesDocument, AuditProjectsDocument } from "./audit.graphql.js";
import type { AuditSearch } from "./audit-search.js";

const CHOICES = 20;
const text = auditText;

/** The id that entries by this actor are found by; null for the system, which has none. */
export const actorIdOf = ({ apiKeyId, user }: AuditEntryRowFragment["actor"]): string | null =>
  apiKeyId ?? user?.id ?? null;

/** The organization's projects that fit a search. */
export function useProjectChoices(organization: string, search: string | null): readonly Choice[] {
  const { data, previousData } = useQuery(AuditProjectsDocument, {
    variables: { organization, search, first: CHOICES },
  });
  return (data ?? previousData)?.organization?.projects.edges.map(({ node }) => node) ?? [];
}

/** Members and keys that fit a search; without one, members and whoever did what is in sight. */
export function useActorChoices(
  organization: string,
  search: string | null,
  inSight: readonly Choice[],
): readonly Choice[] {
  const { data, previousData } = useQuery(AuditActorsDocument, {
    variables: { organization, search, withKeys: search !== null, first: CHOICES },
  });
  const found = (data ?? previousData)?.organization;
  const people = found?.members?.edges.map(({ node }) => node.user) ?? [];
  const keys = found?.apiKeys?.edges.map(({ node }) => keyChoice(node)) ?? [];
  const choices = [...people, ...keys, ...(search === null ? inSight : [])];
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
}

const keyChoice = ({ id, name }: Choice): Choice => ({ id, name: text.keyChoice(name) });

/** Whoever did what is in sight, by the name that they had last. */
export function actorsOf(entries: readonly Pick<AuditEntryRowFragment, "actor">[]): Choice[] {
  const actors = new Map<string, Choice>();
  for (const { actor } of entries) {
    const id = actorIdOf(actor);
    if (id === null || actors.has(id)) continue;
    actors.set(id, actor.kind === "API_KEY" ? keyChoice({ id, name: actor.name }) : { id, name: actor.name });
  }
  return [...actors.values()];
}

/** What the address names by id, by its name. */
export function useChosen(
  organization: string,
  { actor = "", project = "" }: AuditSearch,
  inSight: readonly Choice[],
) {
  const withKey = actor.startsWith("key_");
  const withUser = actor.startsWith("user_");
  const { data, previousData, loading } = useQuery(AuditNamesDocument, {
    variables: { organization, project, withProject: project !== "", actor, user: actor, withKey, withUser },
    skip: project === "" && !withKey && !withUser,
  });
  const found = [data, previousData].flatMap((answer): Choice[] => [
    ...(answer?.project ? [answer.project] : []),
    ...(answer?.apiKey ? [keyChoice(answer.apiKey)] : []),
    ...(answer?.organization?.members?.edges.map(({ node }) => node.user) ?? []),
  ]);
  const named = (id: string, unknown: string): Choice | null => {
    const known = [...found, ...inSight].find((choice) => choice.id === id);
    return id === "" ? null : (known ?? { id, name: loading ? text.loading : unknown });
  };
  return { actor: named(actor, text.unknownActor), project: named(project, text.unknownProject) };
}
