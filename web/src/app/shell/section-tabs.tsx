import { Link, useLocation, useParams } from "@tanstack/react-router";
import { shellText } from "../../messages/shell.js";

const ORGANIZATION_SECTIONS = [
  { to: "/o/$org", label: shellText.projects },
  { to: "/o/$org/api-keys", label: shellText.apiKeys },
  { to: "/o/$org/members", label: shellText.members },
  { to: "/o/$org/audit", label: shellText.audit },
  { to: "/o/$org/settings", label: shellText.settings },
] as const;

const PROJECT_SECTIONS = [
  { to: "/o/$org/p/$project", label: shellText.workflows },
  { to: "/o/$org/p/$project/executions", label: shellText.executions },
  { to: "/o/$org/p/$project/api-keys", label: shellText.apiKeys },
  { to: "/o/$org/p/$project/settings", label: shellText.settings },
] as const;

/** The sections of the project, or else of the organization, that the page belongs to. */
export function SectionTabs() {
  const { org, project } = useParams({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (org === undefined) return null;
  const sections = project === undefined ? ORGANIZATION_SECTIONS : PROJECT_SECTIONS;
  const root = project === undefined ? `/o/${org}` : `/o/${org}/p/${project}`;
  const part = path.slice(root.length).split("/")[1] ?? "";
  // What is no section of its own, such as a workflow, belongs to the first one.
  const current = sections.find(({ to }) => part !== "" && to.endsWith(`/${part}`)) ?? sections[0];

  return (
    <nav className="shell-tabs" aria-label={shellText.navigation}>
      <ul>
        {sections.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ org, project: project ?? "" }}
              // The router's own mark would also fall on the section above the page's own.
              activeOptions={{ exact: true }}
              aria-current={to === current.to ? "page" : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
