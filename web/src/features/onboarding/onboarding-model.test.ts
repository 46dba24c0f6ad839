import { type OnboardingAnswer, onboardingOf } from "./onboarding-model.js";

const aProject = (name: string, workflow?: string, ran = false) => ({
  cursor: name,
  node: {
    __typename: "Project" as const,
    id: name,
    name,
    slug: name,
    workflows: {
      totalCount: workflow ? 1 : 0,
      edges: workflow ? [{ cursor: "c", node: { id: workflow, name: workflow, slug: workflow } }] : [],
    },
    executions: {
      edges: ran ? [{ cursor: "c", node: { id: "e", status: "FAILED" as const, createdAt: "" } }] : [],
    },
  },
});

const anAnswer = (
  edges: ReturnType<typeof aProject>[],
  keys = 0,
  total = edges.length,
): OnboardingAnswer => ({
  id: "organization",
  projects: { edges, totalCount: total },
  keys: { totalCount: keys },
});

test.each<[string, OnboardingAnswer, string]>([
  ["nothing at all", anAnswer([]), "NEXT LATER LATER LATER"],
  ["a project", anAnswer([aProject("crm")]), "DONE NEXT LATER LATER"],
  ["a workflow", anAnswer([aProject("crm"), aProject("shop", "sync")]), "DONE DONE NEXT LATER"],
  ["a key before there is a workflow", anAnswer([aProject("crm")], 1), "DONE NEXT DONE LATER"],
  ["a key", anAnswer([aProject("crm", "sync")], 1), "DONE DONE DONE NEXT"],
  ["a run by hand, but no key", anAnswer([aProject("crm", "sync", true)]), "DONE DONE NEXT DONE"],
  ["a run that failed", anAnswer([aProject("crm", "sync", true)], 1), "DONE DONE DONE DONE"],
  ["more projects than are looked at", anAnswer([aProject("crm")], 0, 11), "DONE DONE DONE DONE"],
])("an organization with %s has come so far", (_name, answer, states) => {
  expect(
    onboardingOf(answer)
      .steps.map(({ state }) => state)
      .join(" "),
  ).toBe(states);
});

test("the steps lead to the project that has a workflow", () => {
  const { project, workflow } = onboardingOf(anAnswer([aProject("crm"), aProject("shop", "sync")]));
  expect([project?.slug, workflow?.slug]).toEqual(["shop", "sync"]);
});
