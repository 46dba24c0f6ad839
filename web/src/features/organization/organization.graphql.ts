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

export const UpdateOrganizationDocument = gql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) { id name slug }
  }
`);

/** What goes with an organization; counts are null for those who may not read them. */
export const OrganizationContentsDocument = gql(`
  query OrganizationContents($organization: ID!) {
    organization(id: $organization) {
      id
      contents: projects(first: 1) { totalCount }
      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }
      people: members(first: 1) { totalCount }
    }
  }
`);

export const DeleteOrganizationDocument = gql(`
  mutation DeleteOrganization($id: ID!) { deleteOrganization(id: $id) }
`);
