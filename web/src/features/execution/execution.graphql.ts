import { gql } from "../../gql/index.js";

export const ExecutionRowFragment = gql(`
  fragment ExecutionRow on Execution {
    id
    status
    createdAt
    startedAt
    finishedAt
    triggeredBy { kind name }
    workflow { id name slug }
  }
`);

export const ProjectExecutionsDocument = gql(`
  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {
    project(id: $project) {
      id
      executions(filter: $filter, first: $first, after: $after) {
        edges { cursor node { ...ExecutionRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const ExecutionDetailsFragment = gql(`
  fragment ExecutionDetails on Execution {
    ...ExecutionRow
    project { id name slug }
    input
    output
    error { code message }
    nextAttemptAt
    attempts {
      number
      startedAt
      finishedAt
      responseStatus
      durationMs
      error { code message }
    }
  }
`);

export const ExecutionDocument = gql(`
  query Execution($id: ID!) {
    execution(id: $id) { ...ExecutionDetails }
  }
`);

export const ExecutionUpdatedDocument = gql(`
  subscription ExecutionUpdated($id: ID!) {
    executionUpdated(id: $id) { ...ExecutionDetails }
  }
`);

export const ProjectExecutionUpdatedDocument = gql(`
  subscription ProjectExecutionUpdated($project: ID!) {
    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }
  }
`);
