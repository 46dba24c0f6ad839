import { gql } from "../../gql/index.js";

export const AccountDocument = gql(`
  query Account {
    viewer {
      __typename
      ... on User {
        id
        name
        email
        createdAt
        memberships { id role organization { id name slug } }
        sessions { id createdAt lastSeenAt ip userAgent current }
      }
    }
  }
`);

export const ChangePasswordDocument = gql(`
  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }
`);

export const EndSessionDocument = gql(`
  mutation EndSession($id: ID!) { endSession(id: $id) }
`);

export const EndOtherSessionsDocument = gql(`
  mutation EndOtherSessions { endOtherSessions }
`);

export const OwnKeyFragment = gql(`
  fragment OwnKey on ApiKey {
    id
    name
    preview
    kind
    role
    status
    expiresAt
    lastUsedAt
    project { id name }
  }
`);

/** The viewer's own keys where they may read all of the organization's. */
export const OwnKeysDocument = gql(`
  query OwnKeys($organization: ID!, $me: ID!, $first: Int!) {
    organization(id: $organization) {
      id
      apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: $first) {
        edges { cursor node { ...OwnKey } }
        totalCount
      }
    }
  }
`);

/** The same, project by project, for everyone else. */
export const OwnProjectKeysDocument = gql(`
  query OwnProjectKeys($organization: ID!, $me: ID!) {
    organization(id: $organization) {
      id
      projects(first: 20) {
        edges {
          cursor
          node {
            id
            apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: 20) {
              edges { cursor node { ...OwnKey } }
              totalCount
            }
          }
        }
      }
    }
  }
`);
