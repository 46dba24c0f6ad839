import { shellText } from "../../messages/shell.js";

interface Place {
  name: string;
  slug: string;
  viewerPermissions: readonly string[];
}

/** The sections of a project, or else of the organization; `open`: the reader finds something there. */
export function sectionsOf(organization: Place, project: Place | null) {
  const may = (permission: string) => (project ?? organization).viewerPermissions.includes(permission);
  const root = `/o/${organization.slug}${project ? `/p/${project.slug}` : ""}`;
  const section = (label: string, path: string, open: boolean) => {
    return { label, href: root + path, open, of: (project ?? organization).name };
  };
  return project
    ? [
        section(shellText.workflows, "", true),
        section(shellText.apiKeys, "/api-keys", may("apiKey:read")),
        section(shellText.settings, "/settings", may("project:update")),
      ]
    : [
        section(shellText.projects, "", true),
        section(shellText.apiKeys, "/api-keys", may("organizationApiKey:read")),
        section(shellText.members, "/members", true),
        section(shellText.audit, "/audit", may("auditLog:read")),
        section(shellText.settings, "/settings", may("organization:update")),
      ];
}
