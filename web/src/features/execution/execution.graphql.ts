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
    triggeredBy { apiKeyId apiKey { id name kind } }
    workflow { enabled deletedAt maxAttempts timeoutSeconds schedule { cron timeZone } }
    input
    output
    error { code message }
    idempotencyKey
    retryOfId
    nextAttemptAt
    completionDeadline
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

export const CancelExecutionDocument = gql(`
  mutation CancelExecution($id: ID!) {
    cancelExecution(id: $id) { ...ExecutionDetails }
  }
`);

export const RetryExecutionDocument = gql(`
  mutation RetryExecution($id: ID!) {
    retryExecution(id: $id) { id }
  }
`);
