import { gql } from "../../gql/index.js";

export const KeyPolicyDocument = gql(`
  query KeyPolicy($organization: ID!) {
    organization(id: $organization) {
      id
      apiKeyPolicy { maxLifetimeDays requireAllowedIps }
    }
  }
`);

export const PolicyViolationsDocument = gql(`
  query PolicyViolations($organization: ID!, $first: Int!, $after: String) {
    organization(id: $organization) {
      id
      apiKeyPolicy {
        violations(first: $first, after: $after) {
          edges {
            cursor
            node { id name preview level expiresAt allowedIps project { id name } }
          }
          pageInfo { hasNextPage endCursor }
          totalCount
        }
      }
    }
  }
`);

export const UpdateKeyPolicyDocument = gql(`
  mutation UpdateKeyPolicy($input: UpdateApiKeyPolicyInput!) {
    updateApiKeyPolicy(input: $input) { maxLifetimeDays requireAllowedIps }
  }
`);
