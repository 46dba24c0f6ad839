import { Link, useLocation, useParams } from "@tanstack/react-router";
import { shellText } from "../../messages/shell.js";

/** The sections of the project, or else of the organization, that the page belongs to. */
export function SectionTabs() {
  const { org, project } = useParams({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (org === undefined) return null;
  const atKeys = path.endsWith("/api-keys");
  // The router's own mark would also fall on the section above the page's own.
  const current = (here: boolean) => ({
    activeOptions: { exact: true },
    "aria-current": here ? ("page" as const) : undefined,
  });
  const { apiKeys, projects, workflows, navigation } = shellText;

  return (
    <nav className="shell-tabs" aria-label={navigation}>
      {project === undefined ? (
        <ul>
          <li>
            <Link to="/o/$org" params={{ org }} {...current(!atKeys)}>
              {projects}
            </Link>
          </li>
          <li>
            <Link to="/o/$org/api-keys" params={{ org }} {...current(atKeys)}>
              {apiKeys}
            </Link>
          </li>
        </ul>
      ) : (
        <ul>
          <li>
            <Link to="/o/$org/p/$project" params={{ org, project }} {...current(!atKeys)}>
              {workflows}
            </Link>
          </li>
          <li>
            <Link to="/o/$org/p/$project/api-keys" params={{ org, project }} {...current(atKeys)}>
              {apiKeys}
            </Link>
          </li>
        </ul>
      )}
    </nav>
  );
}
