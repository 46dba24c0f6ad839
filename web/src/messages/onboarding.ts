export const onboardingText = {
  title: "Four steps to the first run",
  done: (done: number, all: number) => `${done} of ${all} done`,
  hide: "Hide these steps",
  stepDone: "Done",
  stepNext: "Next",
  stepLater: "Later",
  project: {
    title: "Create a project",
    lead: "One for each system or team that you connect. It holds workflows, and the keys that trigger them.",
  },
  workflow: {
    title: "Add a workflow",
    lead: "It delivers what a caller sends to a URL of yours, signed, and tries again when that fails.",
    go: (project: string) => `Add one to ${project}`,
  },
  key: {
    title: "Make an API key",
    lead: "Whoever holds it may trigger the workflows it covers. It is shown once, so have a place for it. The Automator, which came with the project, does not count.",
    go: (project: string) => `Make one in ${project}`,
  },
  trigger: {
    title: "Trigger the workflow",
    lead: "Try it by hand, or paste the code of its page into your system and call it with the key.",
    go: (workflow: string) => `Go to ${workflow}`,
  },
};
