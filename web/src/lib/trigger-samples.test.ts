import { triggerSamples } from "./trigger-samples.js";

const input = {
  name: "O'Neill",
  note: "a\\b\n\u2028",
  ok: true,
  off: false,
  none: null,
  list: [1.5, { deep: "x" }],
};

test("there is one set of samples, in one order, and each names the workflow", () => {
  const samples = triggerSamples("https://keys.example", "wf_1", input);
  expect(samples.map(({ label }) => label)).toEqual(["curl", "JavaScript", "Python", "GraphQL"]);
  for (const { text } of samples) {
    expect(text).toContain("wf_1");
    expect(text).toContain("POSTERN_API_KEY");
  }
  for (const { text } of triggerSamples("https://keys.example", null, {}))
    expect(text).toContain("WORKFLOW_ID");
});
