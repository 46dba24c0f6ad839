import type { ApiKeyPlaceQuery } from "../../gql/graphql.js";

/** The address parts of a list in which the viewer sees the key; null where there is none. */
export function keyPlace(
  key: NonNullable<ApiKeyPlaceQuery["apiKey"]>,
): { org: string; project?: string } | null {
  const { slug: org, viewerPermissions, projects } = key.organization;
  if (key.project !== null) return { org, project: key.project.slug };
  if (key.level === "ORGANIZATION" && viewerPermissions.includes("organizationApiKey:read")) return { org };
  // Somebody of a project sees the organization's key where it is inherited.
  const seen = key.access === "ALL_PROJECTS" ? projects.edges[0]?.node : key.selectedProjects[0];
  return seen === undefined ? null : { org, project: seen.slug };
}
