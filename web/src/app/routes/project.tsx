import { useQuery } from "@apollo/client/react";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { ProjectDocument } from "../../features/project/project.graphql.js";
import { ProjectContext } from "../place.js";
import { PageFailed } from "./page-failed.js";
import { PageNotFound } from "./page-not-found.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/o/$org/p/$project");

/** Loads the project that the address names, and shows its pages only when there is one. */
export function ProjectLayout() {
  const { org, project: slug } = route.useParams();
  const { data, error, refetch } = useQuery(ProjectDocument, { variables: { organization: org, slug } });
  if (data === undefined) {
    return error ? <PageFailed error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  const project = data.organization?.project;
  if (!project) return <PageNotFound what="project" />;
  return (
    <ProjectContext value={project}>
      <Outlet />
    </ProjectContext>
  );
}
