import { gql } from "../../gql/index.js";

export const OrganizationsDocument = gql(`
  query Organizations($first: Int!, $after: String) {
    viewer { __typename }
    organizations(first: $first, after: $after) {
      edges { cursor node { id name slug viewerRole createdAt } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const OrganizationDocument = gql(`
  query Organization($slug: String!) {
    organization(slug: $slug) { id name slug viewerRole viewerPermissions }
  }
`);

export const CreateOrganizationDocument = gql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) { id slug }
  }
`);
