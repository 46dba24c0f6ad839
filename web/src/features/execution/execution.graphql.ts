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
    error { code message }
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

/** How many there are of each status; the filter's own status does not count here. */
export const ExecutionCountsDocument = gql(`
  query ExecutionCounts(
    $project: ID!, $queued: ExecutionFilter!, $running: ExecutionFilter!, $succeeded: ExecutionFilter!,
    $failed: ExecutionFilter!, $canceled: ExecutionFilter!
  ) {
    project(id: $project) {
      id
      QUEUED: executions(filter: $queued, first: 1) { totalCount }
      RUNNING: executions(filter: $running, first: 1) { totalCount }
      SUCCEEDED: executions(filter: $succeeded, first: 1) { totalCount }
      FAILED: executions(filter: $failed, first: 1) { totalCount }
      CANCELED: executions(filter: $canceled, first: 1) { totalCount }
    }
  }
`);

/** What a filter of the address names by id. */
export const ExecutionFilterNamesDocument = gql(`
  query ExecutionFilterNames($workflow: ID!, $key: ID!, $withWorkflow: Boolean!, $withKey: Boolean!) {
    workflow(id: $workflow) @include(if: $withWorkflow) { id name }
    apiKey(id: $key) @include(if: $withKey) { id name }
  }
`);

export const WorkflowChoicesDocument = gql(`
  query WorkflowChoices($project: ID!, $search: String, $first: Int!) {
    project(id: $project) {
      id
      workflows(search: $search, first: $first) { edges { cursor node { id name } } }
    }
  }
`);

export const KeyChoicesDocument = gql(`
  query KeyChoices($project: ID!, $search: String, $first: Int!) {
    project(id: $project) {
      id
      apiKeys(filter: { search: $search }, first: $first) { edges { cursor node { id name } } }
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
    idempotencyKey
    retryOfId
    retryOf { id }
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
