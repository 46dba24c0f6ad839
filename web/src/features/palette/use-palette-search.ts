import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { PaletteKeyFragment, PaletteSearchQuery, PaletteWorkflowFragment } from "../../gql/graphql.js";
import { paletteText } from "../../messages/palette.js";
import {
  PaletteOrganizationsDocument,
  PaletteSearchAllDocument,
  PaletteSearchDocument,
} from "./palette.graphql.js";
import { type Found, NOTHING, type Place } from "./palette-model.js";

const SETTLED_MS = 150;

/** Where the reader is. */
export interface Here {
  organization?: string;
  project?: string;
  /** Whether the reader may see the organization's keys. */
  readsKeys: boolean;
}

interface Answer {
  query: string;
  found: Found;
  error?: unknown;
}

/**
 * What the server finds for the text: one question, a moment after the last letter. What was found before stays
 * until then. Without a text, the organizations that the reader could go to.
 */
export function usePaletteSearch(text: string, { organization, project, readsKeys }: Here) {
  const client = useApolloClient();
  const wanted = text.trim();
  const [query] = useDebouncedValue(wanted, SETTLED_MS);
  const [start, setStart] = useState(NOTHING);
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    const query = PaletteOrganizationsDocument;
    client.query({ query, fetchPolicy: "no-cache" }).then(
      ({ data }) => setStart({ ...NOTHING, organizations: organizationPlaces(data?.organizations.nodes) }),
      () => {},
    );
  }, [client]);

  useEffect(() => {
    if (query === "") return;
    let latest = true;
    void search(client, query, { organization, project, readsKeys }).then(
      (found) => latest && setAnswer({ query, ...found }),
    );
    return () => {
      latest = false;
    };
  }, [client, query, organization, project, readsKeys]);

  if (wanted === "") return { found: start, error: undefined, searching: false };
  return {
    found: answer?.found ?? NOTHING,
    error: answer?.error,
    searching: answer?.query !== wanted,
  };
}

/** One refusal takes nothing from what else is found; only where nothing came, it is told. */
async function search(
  client: ApolloClient,
  text: string,
  { organization, project = "", readsKeys }: Here,
): Promise<Omit<Answer, "query">> {
  const how = { fetchPolicy: "no-cache", errorPolicy: "all" } as const;
  if (organization === undefined) {
    const { data, error } = await client.query({
      query: PaletteSearchAllDocument,
      variables: { search: text },
      ...how,
    });
    return data
      ? { found: foundIn(data.searched.nodes, data.organizations.nodes) }
      : { found: NOTHING, error };
  }
  const { data, error } = await client.query({
    query: PaletteSearchDocument,
    variables: { organization, project, inProject: project !== "", withKeys: readsKeys, search: text },
    ...how,
  });
  if (!data) return { found: NOTHING, error };
  return { found: foundIn(data.organization ? [data.organization] : [], data.organizations.nodes) };
}

interface Named {
  id: string;
  name: string;
  slug: string;
}
type Searched = Omit<NonNullable<PaletteSearchQuery["organization"]>, "__typename">;

function foundIn(searched: readonly Searched[], organizations: readonly Named[]): Found {
  return {
    organizations: organizationPlaces(organizations),
    projects: searched.flatMap(({ name: context, slug: org, projects }) =>
      projects.nodes.map(({ id, name, slug }): Place => {
        return { id, kind: "project", label: name, context, href: `/o/${org}/p/${slug}` };
      }),
    ),
    // Those of the project that the reader is in come first.
    workflows: searched.flatMap(({ slug: org, project, workflows }) =>
      [...(project?.workflows?.nodes ?? []), ...workflows.nodes].map((workflow) =>
        workflowPlace(workflow, `/o/${org}`),
      ),
    ),
    keys: searched.flatMap(({ slug: org, project, apiKeys }) => [
      ...(apiKeys?.nodes ?? []).map((key) => keyPlace(key, `/o/${org}`, key.project?.slug)),
      ...(project?.apiKeys?.nodes ?? []).map((key) => keyPlace(key, `/o/${org}`, project?.slug)),
    ]),
  };
}

const organizationPlaces = (organizations: readonly Named[] = []): Place[] =>
  organizations.map(({ id, name, slug }) => ({ id, kind: "organization", label: name, href: `/o/${slug}` }));

const workflowPlace = ({ id, name, slug, project }: PaletteWorkflowFragment, root: string): Place => ({
  id,
  kind: "workflow",
  label: name,
  context: project.name,
  href: `${root}/p/${project.slug}/workflows/${slug}`,
});

function keyPlace(key: PaletteKeyFragment, root: string, project: string | undefined): Place {
  const { keyIn, status } = paletteText;
  const owner = key.project === null ? keyIn.organization : keyIn.project(key.project.name);
  return {
    id: key.id,
    kind: "key",
    label: key.name,
    context: [owner, key.preview, status[key.status]].filter(Boolean).join(" · "),
    href: `${project === undefined ? root : `${root}/p/${project}`}/api-keys/${key.id}`,
  };
}
