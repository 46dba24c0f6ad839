/** The environment variable that every example reads the key from, so that no key gets into a shell's history. */
export const KEY_VARIABLE = "POSTERN_API_KEY";

const PLACEHOLDER = "WORKFLOW_ID";
const MUTATION =
  "mutation Trigger($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }";

/** How to trigger a workflow with a key, ready to paste. */
export function triggerSamples(origin: string, workflowId: string | null) {
  const variables = { input: { workflowId: workflowId ?? PLACEHOLDER, input: { hello: "world" } } };
  const body = JSON.stringify({ query: MUTATION, variables });
  return [
    {
      label: "curl",
      text: `curl ${origin}/graphql \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d '${body}'`,
    },
    {
      label: "JavaScript",
      text: `const response = await fetch("${origin}/graphql", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    query: \`mutation Trigger($input: TriggerWorkflowInput!) {
      triggerWorkflow(input: $input) { execution { id status } }
    }\`,
    variables: {
      input: { workflowId: "${workflowId ?? PLACEHOLDER}", input: { hello: "world" } },
    },
  }),
});
console.log(await response.json());`,
    },
  ];
}
