import { useQuery } from "@apollo/client/react";
import { Link, useParams } from "@tanstack/react-router";
import { OrganizationDocument } from "../../features/organization/organization.graphql.js";
import { ProjectDocument } from "../../features/project/project.graphql.js";
import { shellText } from "../../messages/shell.js";

/**
 * Organization and project of the page, by the names that the layouts load; their slugs until then. A name
 * that is too long is cut at its own end, which is on the left where it is written from right to left.
 */
export function Breadcrumbs() {
  const { org, project } = useParams({ strict: false });
  const here = { fetchPolicy: "cache-first" } as const;
  const organizationQuery = useQuery(OrganizationDocument, {
    ...here,
    skip: org === undefined,
    variables: { slug: org ?? "" },
  });
  const projectQuery = useQuery(ProjectDocument, {
    ...here,
    skip: org === undefined || project === undefined,
    variables: { organization: org ?? "", slug: project ?? "" },
  });
  if (org === undefined) return <div className="shell-crumbs" />;

  return (
    <nav className="shell-crumbs" aria-label={shellText.breadcrumbs}>
      <ol>
        <li>
          <Link to="/o/$org" params={{ org }} activeOptions={{ exact: true }} dir="auto">
            {organizationQuery.data?.organization?.name ?? org}
          </Link>
        </li>
        {project !== undefined && (
          <li>
            <Link
              to="/o/$org/p/$project"
              params={{ org, project }}
              activeOptions={{ exact: true }}
              dir="auto"
            >
              {projectQuery.data?.organization?.project?.name ?? project}
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
