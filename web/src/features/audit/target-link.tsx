import { TextLink } from "../../components/links.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import type { AuditPlaces } from "./audit-places.js";

interface Props {
  entry: Pick<AuditEntryRowFragment, "targetType" | "targetId" | "targetName" | "projectId">;
  places: AuditPlaces;
  gone: ReadonlySet<string>;
}

/** What an entry is about, leading there as long as it exists. */
export function TargetLink({ entry, places, gone }: Props) {
  const { targetType, targetId, targetName, projectId } = entry;
  const { org } = places;
  const project = places.projects.get(targetType === "project" ? targetId : (projectId ?? ""));
  const look = { fz: "sm", fw: 600 } as const;
  if (!gone.has(targetId)) {
    if (targetType === "apiKey") {
      return (
        <TextLink to="/keys/$key" params={{ key: targetId }} {...look}>
          {targetName}
        </TextLink>
      );
    }
    if (targetType === "project" && project) {
      return (
        <TextLink to="/o/$org/p/$project" params={{ org, project: project.slug }} {...look}>
          {targetName}
        </TextLink>
      );
    }
    if (targetType === "execution" && project) {
      const params = { org, project: project.slug, execution: targetId };
      return (
        <TextLink to="/o/$org/p/$project/executions/$execution" params={params} {...look}>
          {targetName}
        </TextLink>
      );
    }
    if (targetType === "member" || targetType === "projectMember") {
      return (
        <TextLink to="/o/$org/members" params={{ org }} search={{ q: targetName }} {...look}>
          {targetName}
        </TextLink>
      );
    }
  }
  return <strong>{targetName}</strong>;
}
