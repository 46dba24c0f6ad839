const WHO = `# Who is calling: you, or a key?
query WhoAmI {
  viewer {
    __typename
    ... on User { name email }
    ... on ApiKey { name role status expiresAt }
  }
}
`;

const WORKFLOWS = `# What is there, and how did it go lately?
query Workflows {
  organizations(first: 1) {
    nodes {
      name
      projects(first: 5) {
        nodes {
          name
          workflows(first: 5) {
            nodes {
              id
              name
              executions(first: 3) { nodes { id status createdAt } }
            }
          }
        }
      }
    }
  }
}
`;

const TRIGGER = `# Checks a trigger and starts nothing.
# To start it, take validateOnly out.
mutation Trigger($input: TriggerWorkflowInput!) {
  triggerWorkflow(input: $input) {
    execution { id status }
    replayed
  }
}
`;

/** Three operations to begin with, one a tab; the last names a workflow that the reader can trigger, if there is one. */
export function examples(workflowId: string | undefined) {
  const input = { workflowId: workflowId ?? "WORKFLOW_ID", input: { hello: "world" }, validateOnly: true };
  return [
    { query: WHO },
    { query: WORKFLOWS },
    { query: TRIGGER, variables: JSON.stringify({ input }, null, 2) },
  ];
}
