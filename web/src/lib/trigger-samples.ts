/** The environment variable that every example reads the key from, so that no key gets into a shell's history. */
export const KEY_VARIABLE = "POSTERN_API_KEY";

const PLACEHOLDER = "WORKFLOW_ID";
const MUTATION =
  "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { execution { id status } } }";

/** How to trigger a workflow with a key, ready to paste; the same wherever it is shown. */
export function triggerSamples(origin: string, workflowId: string | null, input: unknown) {
  const id = workflowId ?? PLACEHOLDER;
  const rest = `${origin}/api/v1/workflows/${id}/executions`;
  const body = { query: MUTATION, variables: { input: { workflowId: id, input } } };
  return [
    { label: "curl", text: curl(rest, input) },
    { label: "JavaScript", text: javaScript(rest, input) },
    { label: "Python", text: python(rest, input) },
    { label: "GraphQL", text: curl(`${origin}/graphql`, body) },
  ];
}

const curl = (url: string, body: unknown) => `curl ${url} \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d ${quoted(indented(body, 0))}`;

const javaScript = (url: string, input: unknown) => `const response = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${indented(input, 2)}),
});
console.log(response.status, await response.json());`;

const python = (url: string, input: unknown) => `import json, os, urllib.request

request = urllib.request.Request(
    "${url}",
    method="POST",
    headers={
        "Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}",
        "Content-Type": "application/json",
    },
    data=json.dumps(${pythonLiteral(input)}).encode(),
)
with urllib.request.urlopen(request) as response:
    print(response.status, json.load(response))`;

/** JSON as people write it: on one line while it is short. */
function indented(value: unknown, spaces: number): string {
  const line = JSON.stringify(value);
  return line.length <= 60
    ? line
    : JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

/** For a shell, within single quotes, where every other character stands for itself. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Python writes three words of JSON differently; its strings read JSON's escapes. */
function pythonLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(
      ([name, inner]) => `${JSON.stringify(name)}: ${pythonLiteral(inner)}`,
    );
    return `{${fields.join(", ")}}`;
  }
  return value === null
    ? "None"
    : value === true
      ? "True"
      : value === false
        ? "False"
        : JSON.stringify(value);
}
