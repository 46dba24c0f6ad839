import { shellText } from "../../messages/shell.js";

interface Place {
  name: string;
  slug: string;
  viewerPermissions: readonly string[];
}

// `needs`: without that permission there is nothing to read on the page.
const ORGANIZATION_SECTIONS = [
  { to: "/o/$org", label: shellText.projects },
  { to: "/o/$org/api-keys", label: shellText.apiKeys, needs: "organizationApiKey:read" },
  { to: "/o/$org/members", label: shellText.members },
  { to: "/o/$org/audit", label: shellText.audit, needs: "auditLog:read" },
  { to: "/o/$org/settings", label: shellText.settings },
] as const;

const PROJECT_SECTIONS = [
  { to: "/o/$org/p/$project", label: shellText.workflows },
  { to: "/o/$org/p/$project/executions", label: shellText.executions, needs: "execution:read" },
  { to: "/o/$org/p/$project/api-keys", label: shellText.apiKeys, needs: "apiKey:read" },
  { to: "/o/$org/p/$project/settings", label: shellText.settings },
] as const;

/** The sections of a project, or else of the organization, that the reader may read. */
export function sectionsOf(organization: Place, project: Place | null) {
  const { name, viewerPermissions } = project ?? organization;
  const sections = project === null ? ORGANIZATION_SECTIONS : PROJECT_SECTIONS;
  return sections
    .filter((section) => !("needs" in section) || viewerPermissions.includes(section.needs))
    .map(({ to, label }) => ({
      to,
      label,
      of: name,
      href: to.replace("$org", organization.slug).replace("$project", project?.slug ?? ""),
    }));
}

/** Which section an address belongs to; what is no section of its own, such as a workflow, to the first one. */
export function sectionAt(path: string, { project }: { project?: string }): string {
  const sections = project === undefined ? ORGANIZATION_SECTIONS : PROJECT_SECTIONS;
  // "/o/acme/audit" and "/o/acme/p/crm/api-keys/key_1"
  const part = path.split("/")[project === undefined ? 3 : 5] ?? "";
  return (sections.find(({ to }) => part !== "" && to.endsWith(`/${part}`)) ?? sections[0]).to;
}
