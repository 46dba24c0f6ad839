/** The environment variable that every example reads the key from, so that no key gets into a shell's history. */
export const KEY_VARIABLE = "POSTERN_API_KEY";

const PLACEHOLDER = "WORKFLOW_ID";
const MUTATION =
  "mutation Trigger($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }";

/** How to trigger a workflow with a key, ready to paste. */
export function triggerSamples(origin: string, workflowId: string | null) {
  const id = workflowId ?? PLACEHOLDER;
  return [
    { label: "curl", text: curl(origin, id) },
    { label: "JavaScript", text: javaScript(origin, id) },
    { label: "Python", text: python(origin, id) },
    { label: "GraphQL", text: graphQl(origin, id) },
    { label: "REST", text: rest(origin, id) },
  ];
}

function curl(origin: string, workflowId: string): string {
  const variables = { input: { workflowId, input: { hello: "world" } } };
  return `curl ${origin}/graphql \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ query: MUTATION, variables })}'`;
}

const javaScript = (origin: string, id: string) => `const response = await fetch("${origin}/graphql", {
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
      input: { workflowId: "${id}", input: { hello: "world" } },
    },
  }),
});
console.log(await response.json());`;

const python = (origin: string, id: string) => `import json, os, urllib.request

request = urllib.request.Request(
    "${origin}/graphql",
    headers={
        "Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}",
        "Content-Type": "application/json",
    },
    data=json.dumps({
        "query": """mutation Trigger($input: TriggerWorkflowInput!) {
          triggerWorkflow(input: $input) { execution { id status } }
        }""",
        "variables": {
            "input": {"workflowId": "${id}", "input": {"hello": "world"}},
        },
    }).encode(),
)
print(json.load(urllib.request.urlopen(request)))`;

const graphQl = (origin: string, id: string) => `# POST ${origin}/graphql
# Authorization: Bearer $${KEY_VARIABLE}
mutation {
  triggerWorkflow(input: {
    workflowId: "${id}"
    input: { hello: "world" }
  }) {
    execution { id status }
  }
}`;

const rest = (origin: string, id: string) => `curl ${origin}/api/v1/workflows/${id}/executions \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d '{"hello":"world"}'`;
