import { gql } from "../../gql/index.js";

export const ApiKeyDetailsFragment = gql(`
  fragment ApiKeyDetails on ApiKey {
    ...ApiKeyRow
    allowedIps
    rateLimitPerMinute
    rateLimitIsDefault
    lastUsedIp
    organization { id name slug viewerPermissions }
    project { id name slug viewerPermissions }
    usage(days: 30) { date accepted denied }
    denials(days: 30) { date cause count lastAt lastIp }
    viewerCanUpdate
  }
`);

export const ApiKeyDetailsDocument = gql(`
  query ApiKeyDetails($id: ID!) {
    apiKey(id: $id) { ...ApiKeyDetails }
  }
`);

/** Where a key can be seen, for an address that names it by its id alone. */
export const ApiKeyPlaceDocument = gql(`
  query ApiKeyPlace($id: ID!) {
    apiKey(id: $id) {
      id
      level
      organization { id slug viewerPermissions projects(first: 1) { edges { cursor node { id slug } } } }
      project { id slug }
      access
      selectedProjects { id slug }
    }
  }
`);

export const ApiKeyExecutionsDocument = gql(`
  query ApiKeyExecutions($id: ID!, $first: Int!, $after: String) {
    apiKey(id: $id) {
      id
      executions(first: $first, after: $after) {
        edges { cursor node { id status createdAt project { id name slug } workflow { id name } } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const ApiKeyHistoryDocument = gql(`
  query ApiKeyHistory($organization: ID!, $key: ID!, $first: Int!, $after: String) {
    organization(id: $organization) {
      id
      auditLog(filter: { targetId: $key }, first: $first, after: $after) {
        edges { cursor node { id at action ip changes actor { kind name } } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const ApiKeyImpactDocument = gql(`
  query ApiKeyImpact($id: ID!) {
    apiKeyImpact(id: $id) {
      lastCallAt
      unfinishedExecutions
      workflows { calls lastCallAt project { id name } workflow { id name } }
    }
  }
`);

export const OrganizationKeyPolicyDocument = gql(`
  query OrganizationKeyPolicy($organization: ID!) {
    organization(id: $organization) { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } }
    server { defaultRateLimitPerMinute }
  }
`);

export const ProjectKeyPolicyDocument = gql(`
  query ProjectKeyPolicy($project: ID!) {
    project(id: $project) { id organization { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } } }
    server { defaultRateLimitPerMinute }
  }
`);

export const UpdateApiKeyDocument = gql(`
  mutation UpdateApiKey($input: UpdateApiKeyInput!) {
    updateApiKey(input: $input) { ...ApiKeyDetails }
  }
`);

export const RotateApiKeyDocument = gql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) { secret apiKey { id name role } }
  }
`);

export const FinishApiKeyRotationDocument = gql(`
  mutation FinishApiKeyRotation($id: ID!) {
    finishApiKeyRotation(id: $id) { ...ApiKeyDetails }
  }
`);
