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
    createdBy { kind name user { id } }
    owner { id name }
    lastUsedAt
    rotation { startedAt previousPreview previousExpiresAt previousLastUsedAt previousUseCount }
    revokedAt
    revokedBy { name }
    revokeReason
    usageSeries(days: 30) { accepted denied }
    viewerCanUpdate
    viewerCanDelete
  }
`);

export const OrganizationApiKeysDocument = gql(`
  query OrganizationApiKeys(
    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,
    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!
  ) {
    organization(id: $organization) {
      id
      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        edges { cursor inherited node { ...ApiKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }
    }
  }
`);

export const ProjectApiKeysDocument = gql(`
  query ProjectApiKeys(
    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,
    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!
  ) {
    project(id: $project) {
      id
      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        edges { cursor inherited node { ...ApiKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }
    }
  }
`);

export const KeySafetyDocument = gql(`
  query KeySafety($organization: ID!, $level: ApiKeyLevel) {
    organization(id: $organization) {
      id
      apiKeyInsights(level: $level) { kind count }
    }
  }
`);

/** What shows keys, and is asked again after any of them changed. */
export const KEY_LISTS = [OrganizationApiKeysDocument, ProjectApiKeysDocument, KeySafetyDocument];

/** Whose secret this is. Never through the cache: the question holds the secret. */
export const FindOrganizationKeyDocument = gql(`
  query FindOrganizationKey($organization: ID!, $secret: String!) {
    organization(id: $organization) {
      id
      apiKeys(filter: { search: $secret }, first: 1) {
        edges { cursor inherited node { ...ApiKeyRow } }
      }
    }
  }
`);

/** The same, asked by somebody who reads the keys of the project alone. */
export const FindProjectKeyDocument = gql(`
  query FindProjectKey($project: ID!, $secret: String!) {
    project(id: $project) {
      id
      apiKeys(filter: { search: $secret }, first: 1) {
        edges { cursor inherited node { ...ApiKeyRow } }
      }
    }
  }
`);

/** People who may have created keys, by a part of their name. */
export const CreatorChoicesDocument = gql(`
  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {
    organization(id: $organization) {
      id
      members(first: $first, search: $search) {
        edges { cursor node { id user { id name } } }
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
        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name inputSchema } } } } }
      }
    }
  }
`);

export const ProjectSampleDocument = gql(`
  query ProjectSample($project: ID!) {
    project(id: $project) {
      id
      name
      workflows(first: 1) { edges { cursor node { id name inputSchema } } }
    }
  }
`);

/** Names of keys that begin like a copy's. */
export const OrganizationKeyNamesDocument = gql(`
  query OrganizationKeyNames($organization: ID!, $search: String!) {
    organization(id: $organization) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }
  }
`);

export const ProjectKeyNamesDocument = gql(`
  query ProjectKeyNames($project: ID!, $search: String!) {
    project(id: $project) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }
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

export const SetApiKeyEnabledDocument = gql(`
  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {
    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }
  }
`);

/** One of the changes that key safety proposes. */
export const MendApiKeyDocument = gql(`
  mutation MendApiKey($id: ID!, $role: ApiKeyRole, $expiry: ExpiryInput) {
    updateApiKey(input: { id: $id, role: $role, expiry: $expiry }) { id status role expiryPolicy expiresAt }
  }
`);

export const RevokeApiKeyDocument = gql(`
  mutation RevokeApiKey($id: ID!, $reason: String) {
    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }
  }
`);

/** What tells whether keys are in use: of the ones selected, as they are now. */
export const KeyUseFragment = gql(`
  fragment KeyUse on ApiKey { id level access status lastUsedAt createdAt rotation { startedAt } }
`);

export const OrganizationKeysUseDocument = gql(`
  query OrganizationKeysUse($organization: ID!, $ids: [ID!]) {
    organization(id: $organization) {
      id
      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }
    }
  }
`);

export const ProjectKeysUseDocument = gql(`
  query ProjectKeysUse($project: ID!, $ids: [ID!]) {
    project(id: $project) {
      id
      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }
    }
  }
`);
