import { gql } from "../../gql/index.js";

export const WorkflowRowFragment = gql(`
  fragment WorkflowRow on Workflow {
    id
    name
    slug
    description
    targetUrl
    executions(first: 1) { edges { cursor node { id status createdAt } } }
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

export const WorkflowDocument = gql(`
  query Workflow($project: ID!, $slug: String!) {
    project(id: $project) {
      id
      workflow(slug: $slug) {
        id
        name
        slug
        description
        targetUrl
        createdAt
        createdBy { kind name }
      }
    }
  }
`);

export const CreateWorkflowDocument = gql(`
  mutation CreateWorkflow($input: CreateWorkflowInput!) {
    createWorkflow(input: $input) { signingSecret workflow { id name slug } }
  }
`);

export const TriggerWorkflowDocument = gql(`
  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {
    triggerWorkflow(input: $input) { execution { id } }
  }
`);
