import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { PaletteKeyFragment, PaletteSearchQuery } from "../../gql/graphql.js";
import { paletteText } from "../../messages/palette.js";
import { PaletteOrganizationsDocument, PaletteSearchDocument } from "./palette.graphql.js";
import { type Found, NOTHING, type Place, settle } from "./palette-model.js";

const SETTLED_MS = 120;
/** Outside of an organization, so many of the reader's are searched. */
const ORGANIZATIONS = 3;

/** Where the reader is. */
export interface Here {
  organization?: string;
  project?: string;
  /** Whether the reader may see the organization's keys. */
  readsKeys: boolean;
}

interface Organization {
  slug: string;
  readsKeys: boolean;
}

/** What the server finds for the text, a moment after the last letter; what was found before stays until then. */
export function usePaletteSearch(text: string, here: Here) {
  const client = useApolloClient();
  const [query] = useDebouncedValue(text.trim(), SETTLED_MS);
  const [organizations, setOrganizations] = useState<(Place & Organization)[]>();
  const [answer, setAnswer] = useState<{ query: string; found: Found; error?: unknown }>();
  const { organization, project, readsKeys } = here;

  useEffect(() => {
    loadOrganizations(client).then(setOrganizations, () => setOrganizations([]));
  }, [client]);

  useEffect(() => {
    if (query === "" || organizations === undefined) return;
    let latest = true;
    const searched = organization
      ? [{ slug: organization, readsKeys }]
      : organizations.slice(0, ORGANIZATIONS);
    void Promise.allSettled(searched.map((each) => search(client, query, each, project))).then(
      (all) => latest && setAnswer({ query, ...settle(all) }),
    );
    return () => {
      latest = false;
    };
  }, [client, query, organizations, organization, project, readsKeys]);

  const wanted = text.trim();
  return {
    organizations: organizations ?? [],
    found: wanted === "" ? NOTHING : (answer?.found ?? NOTHING),
    error: wanted === "" ? undefined : answer?.error,
    searching: wanted !== "" && answer?.query !== wanted,
  };
}

async function loadOrganizations(client: ApolloClient): Promise<(Place & Organization)[]> {
  const { data } = await client.query({ query: PaletteOrganizationsDocument, fetchPolicy: "no-cache" });
  return (data?.organizations.nodes ?? []).map(({ id, name, slug, viewerPermissions }) => ({
    id,
    kind: "organization",
    label: name,
    href: `/o/${slug}`,
    slug,
    readsKeys: viewerPermissions.includes("organizationApiKey:read"),
  }));
}

async function search(client: ApolloClient, query: string, { slug, readsKeys }: Organization, project = "") {
  const { data } = await client.query({
    query: PaletteSearchDocument,
    variables: { organization: slug, withKeys: readsKeys, project, inProject: project !== "", search: query },
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
