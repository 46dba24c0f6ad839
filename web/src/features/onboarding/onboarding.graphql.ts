import { gql } from "../../gql/index.js";

export const OnboardingDocument = gql(`
  query Onboarding($organization: ID!, $first: Int!) {
    organization(id: $organization) {
      id
      projects(first: $first) {
        edges {
          cursor
          node {
            id
            name
            slug
            workflows(first: 1) { edges { cursor node { id name slug } } totalCount }
            executions(first: 1) { edges { cursor node { id status createdAt } } }
          }
        }
        totalCount
      }
      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }
    }
  }
`);
