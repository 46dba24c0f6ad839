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

/** Names and addresses of what entries and filters name by id. */
export const AuditPlacesDocument = gql(`
  query AuditPlaces($organization: ID!) {
    organization(id: $organization) {
      id
      projects(first: 100) { edges { cursor node { id name slug } } }
      members(first: 100) { edges { cursor node { id user { id name } } } }
    }
  }
`);

/** Where a workflow or an execution that an entry names is, while it is. */
export const AuditWorkflowDocument = gql(`
  query AuditWorkflow($id: ID!) {
    workflow(id: $id) { id slug project { id slug } }
  }
`);
