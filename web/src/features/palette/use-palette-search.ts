import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { PaletteKeyFragment, PaletteSearchQuery } from "../../gql/graphql.js";
import { paletteText } from "../../messages/palette.js";
import { PaletteOrganizationsDocument, PaletteSearchDocument } from "./palette.graphql.js";
import type { Place } from "./palette-model.js";

const SETTLED_MS = 120;
/** Outside of an organization, so many of the reader's are searched. */
const ORGANIZATIONS = 3;

export interface Found {
  projects: Place[];
  workflows: Place[];
  keys: Place[];
}

const NOTHING: Found = { projects: [], workflows: [], keys: [] };

/** What the server finds for the text, a moment after the last letter; what was found before stays until then. */
export function usePaletteSearch(text: string, here: { organization?: string; project?: string }) {
  const client = useApolloClient();
  const [query] = useDebouncedValue(text.trim(), SETTLED_MS);
  const [organizations, setOrganizations] = useState<Place[]>();
  const [answer, setAnswer] = useState<{ query: string; found: Found; error?: unknown }>();
  const { organization, project } = here;

  useEffect(() => {
    loadOrganizations(client).then(setOrganizations, () => setOrganizations([]));
  }, [client]);

  useEffect(() => {
    if (query === "" || organizations === undefined) return;
    let latest = true;
    const slugs = organization ? [organization] : organizations.slice(0, ORGANIZATIONS).map(slugOf);
    Promise.all(slugs.map((slug) => search(client, query, slug, project))).then(
      (all) => latest && setAnswer({ query, found: merge(all) }),
      (error: unknown) => latest && setAnswer({ query, found: NOTHING, error }),
    );
    return () => {
      latest = false;
    };
  }, [client, query, organizations, organization, project]);

  const wanted = text.trim();
  return {
    organizations: organizations ?? [],
    found: wanted === "" ? NOTHING : (answer?.found ?? NOTHING),
    error: wanted === "" ? undefined : answer?.error,
    searching: wanted !== "" && answer?.query !== wanted,
  };
}

const slugOf = ({ href }: Place) => href.replace("/o/", "");

async function loadOrganizations(client: ApolloClient): Promise<Place[]> {
  const { data } = await client.query({ query: PaletteOrganizationsDocument, fetchPolicy: "no-cache" });
  return (data?.organizations.nodes ?? []).map(({ id, name, slug }) => ({
    id,
    kind: "organization",
    label: name,
    href: `/o/${slug}`,
  }));
}

async function search(client: ApolloClient, query: string, organization: string, project?: string) {
  const { data } = await client.query({
    query: PaletteSearchDocument,
    variables: { organization, project: project ?? "", inProject: project !== undefined, search: query },
    fetchPolicy: "no-cache",
  });
  return data?.organization ? placesOf(data.organization) : NOTHING;
}

function placesOf(organization: NonNullable<PaletteSearchQuery["organization"]>): Found {
  const { project, everyProject } = organization;
  const root = `/o/${organization.slug}`;
  const inProjects = project ? [project, ...everyProject.nodes] : everyProject.nodes;
  return {
    projects: organization.projects.nodes.map(({ id, name, slug }) => ({
      id,
      kind: "project",
      label: name,
      context: organization.name,
      href: `${root}/p/${slug}`,
    })),
    workflows: inProjects.flatMap((owner) =>
      (owner.workflows?.nodes ?? []).map(({ id, name, slug }) => ({
        id,
        kind: "workflow" as const,
        label: name,
        context: owner.name,
        href: `${root}/p/${owner.slug}/workflows/${slug}`,
      })),
    ),
    keys: [
      ...(organization.apiKeys?.nodes ?? []).map((key) => keyPlace(key, root, key.project?.slug)),
      ...(project?.apiKeys?.nodes ?? []).map((key) => keyPlace(key, root, project?.slug)),
    ],
  };
}

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

const merge = (all: readonly Found[]): Found => ({
  projects: all.flatMap(({ projects }) => projects),
  workflows: all.flatMap(({ workflows }) => workflows),
  keys: all.flatMap(({ keys }) => keys),
});
