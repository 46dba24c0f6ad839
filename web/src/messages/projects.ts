import { count } from "./counting.js";

export const projectsText = {
  title: "Projects",
  create: "New project",
  createTitle: "New project",
  createSubmit: "Create project",
  name: "Name",
  nameHint: "A system or a team, such as Billing or CRM.",
  created: (name: string) => `${name} was created.`,
  empty: "No projects yet",
  emptyLead:
    "A project holds workflows and the keys that trigger them. Start with one for each system you connect.",
  emptyLocked: "Owners and admins create projects. Once somebody adds you to one, it shows up here.",
  figures: {
    workflows: "Workflows",
    keys: "Keys",
    lastDay: "Executions, 24 h",
    failures: "Failures, 24 h",
  },
  showFailures: (amount: number, project: string) =>
    `Show the ${count(amount, "failure", "failures")} of ${project}`,
  keysHint:
    "Keys that people made and that work here, the organization's included. The Automator is not counted.",
  showKeys: (amount: number, project: string) =>
    `${count(amount, "key", "keys")} of ${project}, the Automator not counted`,
  lastRun: (workflow: string, status: string) => `${status}, last run: ${workflow}`,
  neverRan: "Nothing has run yet",
};
