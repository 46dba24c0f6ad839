import type { OnboardingQuery } from "../../gql/graphql.js";

// How far an organization has come, told by what is there and what ran.

export type OnboardingAnswer = NonNullable<OnboardingQuery["organization"]>;
type Project = OnboardingAnswer["projects"]["edges"][number]["node"];

export type StepName = "project" | "workflow" | "key" | "trigger";
/** LATER: what stands before it comes first. */
export type StepState = "DONE" | "NEXT" | "LATER";

export interface Onboarding {
  steps: { name: StepName; state: StepState }[];
  done: number;
  /** Where the next steps are taken: a project, and a workflow of it, as far as there are any. */
  project: { name: string; slug: string } | null;
  workflow: { name: string; slug: string } | null;
}

/** Somebody with more projects than this has long begun. */
export const LOOKED_AT = 10;

export function onboardingOf({ projects, keys }: OnboardingAnswer): Onboarding {
  const all = projects.edges.map(({ node }) => node);
  const project = all.find(workflowOf) ?? all[0] ?? null;
  const has: Record<StepName, boolean> = {
    project: all.length > 0,
    workflow: all.some(workflowOf),
    key: (keys?.totalCount ?? 0) > 0,
    trigger: all.some(({ executions }) => (executions?.edges.length ?? 0) > 0),
  };
  const isLong = projects.totalCount > LOOKED_AT;
  const names = Object.keys(has) as StepName[];
  const next = names.find((name) => !has[name]);
  const steps = names.map((name) => ({ name, state: isLong || has[name] ? "DONE" : stateOf(name, next) }));
  return {
    steps,
    done: steps.filter(({ state }) => state === "DONE").length,
    project,
    workflow: (project && workflowOf(project)) ?? null,
  };
}

const workflowOf = ({ workflows }: Project) => workflows?.edges[0]?.node;
const stateOf = (name: StepName, next: StepName | undefined): StepState => (name === next ? "NEXT" : "LATER");
