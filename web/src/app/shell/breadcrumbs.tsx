import { Link } from "@tanstack/react-router";
import { shellText } from "../../messages/shell.js";
import { useHere } from "./use-here.js";

/**
 * Organization and project of the page, by the names that the layouts load; their slugs until then, and nothing
 * of what is not there. A name
 * that is too long is cut at its own end, which is on the left where it is written from right to left.
 */
export function Breadcrumbs() {
  const { organization, project, org, slug } = useHere();
  if (org === "" || organization === null) return <div className="shell-crumbs" />;

  return (
    <nav className="shell-crumbs" aria-label={shellText.breadcrumbs}>
      <ol>
        <li>
          <Link to="/o/$org" params={{ org }} activeOptions={{ exact: true }} dir="auto">
            {organization?.name ?? org}
          </Link>
        </li>
        {slug !== "" && project !== null && (
          <li>
            <Link
              to="/o/$org/p/$project"
              params={{ org, project: slug }}
              activeOptions={{ exact: true }}
              dir="auto"
            >
              {project?.name ?? slug}
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
