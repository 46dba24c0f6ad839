import { TextLink } from "../../components/links.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";

interface Props {
  entry: Pick<AuditEntryRowFragment, "target" | "targetName">;
  /** The organization's slug. */
  org: string;
}

/** What an entry is about, leading there as long as it exists. */
export function TargetLink({ entry: { target, targetName }, org }: Props) {
  const look = { fz: "sm", fw: 600, children: targetName } as const;
  switch (target?.__typename) {
    case "ApiKey":
      return <TextLink to="/keys/$key" params={{ key: target.id }} {...look} />;
    case "Execution": {
      const params = { org, project: target.project.slug, execution: target.id };
      return <TextLink to="/o/$org/p/$project/executions/$execution" params={params} {...look} />;
    }
    case "Membership":
      return <TextLink to="/o/$org/members" params={{ org }} search={{ q: targetName }} {...look} />;
    case "Project":
      return <TextLink to="/o/$org/p/$project" params={{ org, project: target.slug }} {...look} />;
    case "Workflow": {
      const params = { org, project: target.project.slug, workflow: target.slug };
      return <TextLink to="/o/$org/p/$project/workflows/$workflow" params={params} {...look} />;
    }
    default:
      return <strong>{targetName}</strong>;
  }
}
