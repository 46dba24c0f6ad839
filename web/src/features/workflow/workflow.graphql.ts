import { gql } from "../../gql/index.js";

export const WorkflowRowFragment = gql(`
  fragment WorkflowRow on Workflow {
    id
    name
    slug
    description
    targetUrl
    enabled
    disabledReason
    schedule { cron timeZone nextRunAt }
    executions(first: 1) { edges { cursor node { id status createdAt } } }
    executionHours(hours: 24) { hour succeeded failed canceled open }
  }
`);

export const WorkflowsDocument = gql(`
  query Workflows($project: ID!, $first: Int!, $after: String) {
    project(id: $project) {
      id
      workflows(first: $first, after: $after) {
        edges { cursor node { ...WorkflowRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const WorkflowDetailsFragment = gql(`
  fragment WorkflowDetails on Workflow {
    id
    name
    slug
    description
    enabled
    disabledReason
    targetUrl
    targetHeaders { name value }
    inputSchema
    maxAttempts
    timeoutSeconds
    completionTimeoutSeconds
    schedule { cron timeZone nextRunAt }
    previousSigningSecretExpiresAt
    createdAt
    createdBy { kind name }
  }
`);

export const WorkflowDocument = gql(`
  query Workflow($project: ID!, $slug: String!) {
    project(id: $project) {
      id
      workflow(slug: $slug) { ...WorkflowDetails }
    }
  }
`);

export const WorkflowHoursDocument = gql(`
  query WorkflowHours($id: ID!, $hours: Int!) {
    workflow(id: $id) {
      id
      executionHours(hours: $hours) { hour succeeded failed canceled open }
    }
  }
`);

/** What would be canceled if the workflow were deleted. */
export const WorkflowOpenDocument = gql(`
  query WorkflowOpen($id: ID!) {
    workflow(id: $id) {
      id
      executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }
    }
  }
`);

export const CreateWorkflowDocument = gql(`
  mutation CreateWorkflow($input: CreateWorkflowInput!) {
    createWorkflow(input: $input) { signingSecret workflow { id name slug } }
  }
`);

export const UpdateWorkflowDocument = gql(`
  mutation UpdateWorkflow($input: UpdateWorkflowInput!) {
    updateWorkflow(input: $input) { ...WorkflowDetails }
  }
`);

export const DeleteWorkflowDocument = gql(`
  mutation DeleteWorkflow($id: ID!) { deleteWorkflow(id: $id) }
`);

export const RotateSigningSecretDocument = gql(`
  mutation RotateSigningSecret($id: ID!, $graceSeconds: Int!) {
    rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) {
      signingSecret
      workflow { id name previousSigningSecretExpiresAt }
    }
  }
`);

export const TriggerWorkflowDocument = gql(`
  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {
    triggerWorkflow(input: $input) { replayed execution { id } }
  }
`);
