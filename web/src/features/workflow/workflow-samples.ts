import { KEY_VARIABLE } from "../../lib/trigger-samples.js";

const MUTATION =
  "mutation Trigger($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } replayed } }";

/** How to trigger one workflow with a key, ready to paste, with an input that its schema asks for. */
export function workflowSamples(origin: string, workflowId: string, input: unknown) {
  const json = JSON.stringify(input);
  // For a shell's single quotes, and for Python, whose literals are not JSON's.
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const literal = (text: string) => `json.loads(${JSON.stringify(text)})`;
  const body = JSON.stringify({ query: MUTATION, variables: { input: { workflowId, input } } });
  const rest = `${origin}/api/v1/workflows/${workflowId}/executions`;
  return [
    {
      label: "curl",
      text: `curl ${rest} \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d ${quoted(json)}`,
    },
    {
      label: "curl, GraphQL",
      text: `curl ${origin}/graphql \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d ${quoted(body)}`,
    },
    {
      label: "JavaScript",
      text: `const response = await fetch("${rest}", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${json}),
});
console.log(response.status, await response.json());`,
    },
    {
      label: "Python",
      text: `import json, os, urllib.request

request = urllib.request.Request(
    "${rest}",
    method="POST",
    headers={
        "Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}",
        "Content-Type": "application/json",
    },
    data=json.dumps(${literal(json)}).encode(),
)
with urllib.request.urlopen(request) as response:
    print(response.status, json.load(response))`,
    },
  ];
}
