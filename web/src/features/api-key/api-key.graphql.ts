import { gql } from "../../gql/index.js";

export const ApiKeyRowFragment = gql(`
  fragment ApiKeyRow on ApiKey {
    id
    name
    description
    preview
    level
    kind
    role
    access
    project { id name slug }
    selectedProjects { id name slug }
    status
    expiryPolicy
    expiresAt
    createdAt
    createdBy { kind name }
    viewerCanDelete
  }
`);

export const OrganizationApiKeysDocument = gql(`
  query OrganizationApiKeys($organization: ID!, $filter: ApiKeyFilter, $first: Int!, $after: String) {
    organization(id: $organization) {
      id
      apiKeys(filter: $filter, first: $first, after: $after) {
        edges { cursor inherited node { ...ApiKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const ProjectApiKeysDocument = gql(`
  query ProjectApiKeys($project: ID!, $first: Int!, $after: String) {
    project(id: $project) {
      id
      apiKeys(first: $first, after: $after) {
        edges { cursor inherited node { ...ApiKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

/** Projects to choose from, by a part of their name. */
export const ProjectChoicesDocument = gql(`
  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {
    organization(id: $organization) {
      id
      projects(first: $first, search: $search) {
        edges { cursor node { id name slug } }
        totalCount
      }
    }
  }
`);

/** The project that a list is narrowed to, as the address names it. */
export const FilterProjectDocument = gql(`
  query FilterProject($organization: ID!, $slug: String!) {
    organization(id: $organization) {
      id
      project(slug: $slug) { id name slug viewerPermissions }
    }
  }
`);

/** A project and a workflow of the organization, so that examples can name real ones. */
export const OrganizationSampleDocument = gql(`
  query OrganizationSample($organization: ID!) {
    organization(id: $organization) {
      id
      projects(first: 5) {
        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name } } } } }
      }
    }
  }
`);

export const ProjectSampleDocument = gql(`
  query ProjectSample($project: ID!) {
    project(id: $project) {
      id
      name
      workflows(first: 1) { edges { cursor node { id name } } }
    }
  }
`);

export const CreateOrganizationApiKeyDocument = gql(`
  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {
    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }
  }
`);

export const CreateProjectApiKeyDocument = gql(`
  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {
    createProjectApiKey(input: $input) { secret apiKey { id name role } }
  }
`);

export const DeleteApiKeyDocument = gql(`
  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }
`);
