import { gql } from "../../gql/index.js";

export const AuditEntryRowFragment = gql(`
  fragment AuditEntryRow on AuditEntry {
    id
    at
    actor { kind name apiKeyId user { id } }
    action
    targetType
    targetId
    targetName
    projectId
    projects { id name slug }
    target {
      __typename
      ... on ApiKey { id }
      ... on Execution { id project { id slug } }
      ... on Membership { id }
      ... on Project { id slug }
      ... on Workflow { id slug project { id slug } }
    }
    ip
    changes
  }
`);

export const AuditLogDocument = gql(`
  query AuditLog($organization: ID!, $filter: AuditFilter, $first: Int!, $after: String) {
    organization(id: $organization) {
      id
      auditLog(filter: $filter, first: $first, after: $after) {
        edges { cursor node { ...AuditEntryRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const AuditProjectsDocument = gql(`
  query AuditProjects($organization: ID!, $search: String, $first: Int!) {
    organization(id: $organization) {
      id
      projects(search: $search, first: $first) { edges { cursor node { id name slug } } }
    }
  }
`);

/** Who may have done something: members, and keys once there is a text to find one by. */
export const AuditActorsDocument = gql(`
  query AuditActors($organization: ID!, $search: String, $withKeys: Boolean!, $first: Int!) {
    organization(id: $organization) {
      id
      members(search: $search, first: $first) { edges { cursor node { id user { id name } } } }
      apiKeys(filter: { search: $search }, first: $first) @include(if: $withKeys) {
        edges { cursor node { id name } }
      }
    }
  }
`);

/** What the filters of the address name by id. */
export const AuditNamesDocument = gql(`
  query AuditNames(
    $organization: ID!, $project: ID!, $withProject: Boolean!, $actor: ID!, $user: String!, $withKey: Boolean!,
    $withUser: Boolean!
  ) {
    project(id: $project) @include(if: $withProject) { id name }
    apiKey(id: $actor) @include(if: $withKey) { id name }
    organization(id: $organization) @include(if: $withUser) {
      id
      members(search: $user, first: 1) { edges { cursor node { id user { id name } } } }
    }
  }
`);
