/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Account {\n    viewer {\n      __typename\n      ... on User {\n        id\n        name\n        email\n        createdAt\n        memberships { id role organization { id name slug } }\n        sessions { id createdAt lastSeenAt ip userAgent current }\n      }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }\n": typeof types.ChangePasswordDocument,
    "\n  mutation EndSession($id: ID!) { endSession(id: $id) }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions { endOtherSessions }\n": typeof types.EndOtherSessionsDocument,
    "\n  fragment OwnKey on ApiKey {\n    id\n    name\n    preview\n    kind\n    role\n    status\n    expiresAt\n    lastUsedAt\n    project { id name }\n  }\n": typeof types.OwnKeyFragmentDoc,
    "\n  query OwnKeys($organization: ID!, $me: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: $first) {\n        edges { cursor node { ...OwnKey } }\n        totalCount\n      }\n    }\n  }\n": typeof types.OwnKeysDocument,
    "\n  query OwnProjectKeys($organization: ID!, $me: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: 20) {\n              edges { cursor node { ...OwnKey } }\n              totalCount\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnProjectKeysDocument,
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { startedAt previousPreview previousExpiresAt previousLastUsedAt previousUseCount }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usageSeries(days: 30) { accepted denied }\n    viewerCanUpdate\n    viewerCanDelete\n  }\n": typeof types.ApiKeyRowFragmentDoc,
    "\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": typeof types.OrganizationApiKeysDocument,
    "\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": typeof types.ProjectApiKeysDocument,
    "\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n": typeof types.KeySafetyDocument,
    "\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": typeof types.FindOrganizationKeyDocument,
    "\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": typeof types.FindProjectKeyDocument,
    "\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n": typeof types.CreatorChoicesDocument,
    "\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectChoicesDocument,
    "\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n": typeof types.FilterProjectDocument,
    "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name inputSchema } } } } }\n      }\n    }\n  }\n": typeof types.OrganizationSampleDocument,
    "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name inputSchema } } }\n    }\n  }\n": typeof types.ProjectSampleDocument,
    "\n  query OrganizationKeyNames($organization: ID!, $search: String!) {\n    organization(id: $organization) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n": typeof types.OrganizationKeyNamesDocument,
    "\n  query ProjectKeyNames($project: ID!, $search: String!) {\n    project(id: $project) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n": typeof types.ProjectKeyNamesDocument,
    "\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": typeof types.CreateOrganizationApiKeyDocument,
    "\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": typeof types.CreateProjectApiKeyDocument,
    "\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n": typeof types.DeleteApiKeyDocument,
    "\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n": typeof types.SetApiKeyEnabledDocument,
    "\n  mutation MendApiKey($id: ID!, $role: ApiKeyRole, $expiry: ExpiryInput) {\n    updateApiKey(input: { id: $id, role: $role, expiry: $expiry }) { id status role expiryPolicy expiresAt }\n  }\n": typeof types.MendApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  fragment KeyUse on ApiKey { id level access status lastUsedAt createdAt rotation { startedAt } }\n": typeof types.KeyUseFragmentDoc,
    "\n  query OrganizationKeysUse($organization: ID!, $ids: [ID!]) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n": typeof types.OrganizationKeysUseDocument,
    "\n  query ProjectKeysUse($project: ID!, $ids: [ID!]) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n": typeof types.ProjectKeysUseDocument,
    "\n  fragment ApiKeyDetails on ApiKey {\n    ...ApiKeyRow\n    allowedIps\n    rateLimitPerMinute\n    rateLimitIsDefault\n    lastUsedIp\n    organization { id name slug viewerPermissions }\n    project { id name slug viewerPermissions }\n    usage(days: 30) { date accepted denied }\n    denials(days: 30) { date cause count lastAt lastIp }\n    viewerCanUpdate\n  }\n": typeof types.ApiKeyDetailsFragmentDoc,
    "\n  query ApiKeyDetails($id: ID!) {\n    apiKey(id: $id) { ...ApiKeyDetails }\n  }\n": typeof types.ApiKeyDetailsDocument,
    "\n  query ApiKeyPlace($id: ID!) {\n    apiKey(id: $id) {\n      id\n      level\n      organization { id slug viewerPermissions projects(first: 1) { edges { cursor node { id slug } } } }\n      project { id slug }\n      access\n      selectedProjects { id slug }\n    }\n  }\n": typeof types.ApiKeyPlaceDocument,
    "\n  query ApiKeyExecutions($id: ID!, $first: Int!, $after: String) {\n    apiKey(id: $id) {\n      id\n      executions(first: $first, after: $after) {\n        edges { cursor node { id status createdAt project { id name slug } workflow { id name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ApiKeyExecutionsDocument,
    "\n  query ApiKeyHistory($organization: ID!, $key: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: { targetId: $key }, first: $first, after: $after) {\n        edges { cursor node { id at action ip changes actor { kind name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ApiKeyHistoryDocument,
    "\n  query ApiKeyImpact($id: ID!) {\n    apiKeyImpact(id: $id) {\n      lastCallAt\n      unfinishedExecutions\n      workflows { calls lastCallAt project { id name } workflow { id name } }\n    }\n  }\n": typeof types.ApiKeyImpactDocument,
    "\n  query OrganizationKeyPolicy($organization: ID!) {\n    organization(id: $organization) { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } }\n    server { defaultRateLimitPerMinute }\n  }\n": typeof types.OrganizationKeyPolicyDocument,
    "\n  query ProjectKeyPolicy($project: ID!) {\n    project(id: $project) { id organization { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } } }\n    server { defaultRateLimitPerMinute }\n  }\n": typeof types.ProjectKeyPolicyDocument,
    "\n  mutation UpdateApiKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) { ...ApiKeyDetails }\n  }\n": typeof types.UpdateApiKeyDocument,
    "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": typeof types.RotateApiKeyDocument,
    "\n  mutation FinishApiKeyRotation($id: ID!) {\n    finishApiKeyRotation(id: $id) { ...ApiKeyDetails }\n  }\n": typeof types.FinishApiKeyRotationDocument,
    "\n  query KeyPolicy($organization: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy { maxLifetimeDays requireAllowedIps }\n    }\n  }\n": typeof types.KeyPolicyDocument,
    "\n  query PolicyViolations($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy {\n        violations(first: $first, after: $after) {\n          edges {\n            cursor\n            node { id name preview level expiresAt allowedIps project { id name } }\n          }\n          pageInfo { hasNextPage endCursor }\n          totalCount\n        }\n      }\n    }\n  }\n": typeof types.PolicyViolationsDocument,
    "\n  mutation UpdateKeyPolicy($input: UpdateApiKeyPolicyInput!) {\n    updateApiKeyPolicy(input: $input) { maxLifetimeDays requireAllowedIps }\n  }\n": typeof types.UpdateKeyPolicyDocument,
    "\n  fragment AuditEntryRow on AuditEntry {\n    id\n    at\n    actor { kind name apiKeyId user { id } }\n    action\n    targetType\n    targetId\n    targetName\n    projectId\n    projects { id name slug }\n    target {\n      __typename\n      ... on ApiKey { id }\n      ... on Execution { id project { id slug } }\n      ... on Membership { id }\n      ... on Project { id slug }\n      ... on Workflow { id slug project { id slug } }\n    }\n    ip\n    changes\n  }\n": typeof types.AuditEntryRowFragmentDoc,
    "\n  query AuditLog($organization: ID!, $filter: AuditFilter, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...AuditEntryRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query AuditProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(search: $search, first: $first) { edges { cursor node { id name slug } } }\n    }\n  }\n": typeof types.AuditProjectsDocument,
    "\n  query AuditActors($organization: ID!, $search: String, $withKeys: Boolean!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(search: $search, first: $first) { edges { cursor node { id user { id name } } } }\n      apiKeys(filter: { search: $search }, first: $first) @include(if: $withKeys) {\n        edges { cursor node { id name } }\n      }\n    }\n  }\n": typeof types.AuditActorsDocument,
    "\n  query AuditNames(\n    $organization: ID!, $project: ID!, $withProject: Boolean!, $actor: ID!, $user: String!, $withKey: Boolean!,\n    $withUser: Boolean!\n  ) {\n    project(id: $project) @include(if: $withProject) { id name }\n    apiKey(id: $actor) @include(if: $withKey) { id name }\n    organization(id: $organization) @include(if: $withUser) {\n      id\n      members(search: $user, first: 1) { edges { cursor node { id user { id name } } } }\n    }\n  }\n": typeof types.AuditNamesDocument,
    "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n    error { code message }\n  }\n": typeof types.ExecutionRowFragmentDoc,
    "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectExecutionsDocument,
    "\n  query ExecutionCounts(\n    $project: ID!, $queued: ExecutionFilter!, $running: ExecutionFilter!, $succeeded: ExecutionFilter!,\n    $failed: ExecutionFilter!, $canceled: ExecutionFilter!\n  ) {\n    project(id: $project) {\n      id\n      QUEUED: executions(filter: $queued, first: 1) { totalCount }\n      RUNNING: executions(filter: $running, first: 1) { totalCount }\n      SUCCEEDED: executions(filter: $succeeded, first: 1) { totalCount }\n      FAILED: executions(filter: $failed, first: 1) { totalCount }\n      CANCELED: executions(filter: $canceled, first: 1) { totalCount }\n    }\n  }\n": typeof types.ExecutionCountsDocument,
    "\n  query ExecutionFilterNames($workflow: ID!, $key: ID!, $withWorkflow: Boolean!, $withKey: Boolean!) {\n    workflow(id: $workflow) @include(if: $withWorkflow) { id name }\n    apiKey(id: $key) @include(if: $withKey) { id name }\n  }\n": typeof types.ExecutionFilterNamesDocument,
    "\n  query WorkflowChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      workflows(search: $search, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n": typeof types.WorkflowChoicesDocument,
    "\n  query KeyChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $search }, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n": typeof types.KeyChoicesDocument,
    "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    triggeredBy { apiKeyId apiKey { id name kind } }\n    workflow { enabled deletedAt maxAttempts timeoutSeconds schedule { cron timeZone } }\n    input\n    output\n    idempotencyKey\n    retryOfId\n    retryOf { id }\n    nextAttemptAt\n    completionDeadline\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n": typeof types.ExecutionDetailsFragmentDoc,
    "\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n": typeof types.ExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n": typeof types.ExecutionUpdatedDocument,
    "\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n": typeof types.ProjectExecutionUpdatedDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) { ...ExecutionDetails }\n  }\n": typeof types.CancelExecutionDocument,
    "\n  mutation RetryExecution($id: ID!) {\n    retryExecution(id: $id) { id }\n  }\n": typeof types.RetryExecutionDocument,
    "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n": typeof types.ExplorerSampleDocument,
    "\n  query OfferedInvitation($token: String!) {\n    invitation(token: $token) { organizationName email role invitedBy expiresAt }\n    viewer { __typename ... on User { id name email } }\n  }\n": typeof types.OfferedInvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) { user { id } }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    user { id name email }\n    projectRoles { role project { id name slug } }\n  }\n": typeof types.MemberRowFragmentDoc,
    "\n  query Members($organization: ID!, $search: String, $first: Int!, $after: String) {\n    viewer { ... on User { id } }\n    organization(id: $organization) {\n      id\n      members(first: $first, after: $after, search: $search) {\n        edges { cursor node { ...MemberRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  query Invitations($organization: ID!) {\n    organization(id: $organization) {\n      id\n      invitations { id email role expiresAt createdAt invitedBy { name } }\n    }\n  }\n": typeof types.InvitationsDocument,
    "\n  query MemberProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": typeof types.MemberProjectsDocument,
    "\n  query MemberKeys($organization: ID!, $member: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $member, status: [ACTIVE] }, first: 3) {\n        edges { cursor node { id name } }\n        totalCount\n      }\n    }\n  }\n": typeof types.MemberKeysDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) { url invitation { id email expiresAt } }\n  }\n": typeof types.InviteMemberDocument,
    "\n  mutation RevokeInvitation($id: ID!) { revokeInvitation(id: $id) }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) { ...MemberRow }\n  }\n": typeof types.UpdateMemberDocument,
    "\n  mutation SetProjectRole($input: SetProjectRoleInput!) {\n    setProjectRole(input: $input) { ...MemberRow }\n  }\n": typeof types.SetProjectRoleDocument,
    "\n  mutation RemoveMember($id: ID!) { removeMember(id: $id) }\n": typeof types.RemoveMemberDocument,
    "\n  query Onboarding($organization: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first) {\n        edges {\n          cursor\n          node {\n            id\n            name\n            slug\n            workflows(first: 1) { edges { cursor node { id name slug } } totalCount }\n            executions(first: 1) { edges { cursor node { id status createdAt } } }\n          }\n        }\n        totalCount\n      }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    }\n  }\n": typeof types.OnboardingDocument,
    "\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.OrganizationsDocument,
    "\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n": typeof types.OrganizationDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n": typeof types.CreateOrganizationDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) { id name slug }\n  }\n": typeof types.UpdateOrganizationDocument,
    "\n  query OrganizationContents($organization: ID!) {\n    organization(id: $organization) {\n      id\n      contents: projects(first: 1) { totalCount }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      people: members(first: 1) { totalCount }\n    }\n  }\n": typeof types.OrganizationContentsDocument,
    "\n  mutation DeleteOrganization($id: ID!) { deleteOrganization(id: $id) }\n": typeof types.DeleteOrganizationDocument,
    "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n": typeof types.PaletteKeyFragmentDoc,
    "\n  fragment PaletteWorkflow on Workflow { id name slug project { id name slug } }\n": typeof types.PaletteWorkflowFragmentDoc,
    "\n  query PaletteOrganizations { organizations(first: 8) { nodes { id name slug } } }\n": typeof types.PaletteOrganizationsDocument,
    "\n  query PaletteSearch(\n    $organization: String!\n    $withKeys: Boolean!\n    $project: String!\n    $inProject: Boolean!\n    $search: String!\n  ) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 8, search: $search) { nodes { id name slug } }\n      workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n      apiKeys(first: 8, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        slug\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": typeof types.PaletteSearchDocument,
    "\n  query PaletteSearchAll($search: String!) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    searched: organizations(first: 10) {\n      nodes {\n        id\n        name\n        slug\n        projects(first: 8, search: $search) { nodes { id name slug } }\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": typeof types.PaletteSearchAllDocument,
    "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    lastDay: executions(filter: { since: $since }, first: 1) { totalCount }\n    failures: executions(filter: { since: $since, status: [FAILED] }, first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt workflow { id name } } }\n    }\n  }\n": typeof types.ProjectCardFragmentDoc,
    "\n  query Projects($organization: ID!, $first: Int!, $after: String, $since: DateTimeISO!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectsDocument,
    "\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n": typeof types.ProjectDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { id name slug }\n  }\n": typeof types.UpdateProjectDocument,
    "\n  query ProjectContents($project: ID!) {\n    project(id: $project) {\n      id\n      keys: apiKeys(filter: { level: PROJECT, kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      flows: workflows(first: 1) { totalCount }\n      open: executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n": typeof types.ProjectContentsDocument,
    "\n  mutation DeleteProject($id: ID!) { deleteProject(id: $id) }\n": typeof types.DeleteProjectDocument,
    "\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n": typeof types.SessionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut { signOut }\n": typeof types.SignOutDocument,
    "\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n": typeof types.SetupDocument,
    "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    enabled\n    disabledReason\n    schedule { cron timeZone nextRunAt }\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n    executionHours(hours: 24) { hour succeeded failed canceled open }\n  }\n": typeof types.WorkflowRowFragmentDoc,
    "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.WorkflowsDocument,
    "\n  fragment WorkflowDetails on Workflow {\n    id\n    name\n    slug\n    description\n    enabled\n    disabledReason\n    targetUrl\n    targetHeaders { name value }\n    inputSchema\n    maxAttempts\n    timeoutSeconds\n    completionTimeoutSeconds\n    schedule { cron timeZone nextRunAt }\n    previousSigningSecretExpiresAt\n    createdAt\n    createdBy { kind name }\n  }\n": typeof types.WorkflowDetailsFragmentDoc,
    "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) { ...WorkflowDetails }\n    }\n  }\n": typeof types.WorkflowDocument,
    "\n  query WorkflowHours($id: ID!, $hours: Int!) {\n    workflow(id: $id) {\n      id\n      executionHours(hours: $hours) { hour succeeded failed canceled open }\n    }\n  }\n": typeof types.WorkflowHoursDocument,
    "\n  query WorkflowOpen($id: ID!) {\n    workflow(id: $id) {\n      id\n      executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n": typeof types.WorkflowOpenDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n": typeof types.CreateWorkflowDocument,
    "\n  mutation UpdateWorkflow($input: UpdateWorkflowInput!) {\n    updateWorkflow(input: $input) { ...WorkflowDetails }\n  }\n": typeof types.UpdateWorkflowDocument,
    "\n  mutation DeleteWorkflow($id: ID!) { deleteWorkflow(id: $id) }\n": typeof types.DeleteWorkflowDocument,
    "\n  mutation RotateSigningSecret($id: ID!, $graceSeconds: Int!) {\n    rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) {\n      signingSecret\n      workflow { id name previousSigningSecretExpiresAt }\n    }\n  }\n": typeof types.RotateSigningSecretDocument,
    "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { replayed execution { id } }\n  }\n": typeof types.TriggerWorkflowDocument,
};
const documents: Documents = {
    "\n  query Account {\n    viewer {\n      __typename\n      ... on User {\n        id\n        name\n        email\n        createdAt\n        memberships { id role organization { id name slug } }\n        sessions { id createdAt lastSeenAt ip userAgent current }\n      }\n    }\n  }\n": types.AccountDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }\n": types.ChangePasswordDocument,
    "\n  mutation EndSession($id: ID!) { endSession(id: $id) }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions { endOtherSessions }\n": types.EndOtherSessionsDocument,
    "\n  fragment OwnKey on ApiKey {\n    id\n    name\n    preview\n    kind\n    role\n    status\n    expiresAt\n    lastUsedAt\n    project { id name }\n  }\n": types.OwnKeyFragmentDoc,
    "\n  query OwnKeys($organization: ID!, $me: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: $first) {\n        edges { cursor node { ...OwnKey } }\n        totalCount\n      }\n    }\n  }\n": types.OwnKeysDocument,
    "\n  query OwnProjectKeys($organization: ID!, $me: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: 20) {\n              edges { cursor node { ...OwnKey } }\n              totalCount\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OwnProjectKeysDocument,
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { startedAt previousPreview previousExpiresAt previousLastUsedAt previousUseCount }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usageSeries(days: 30) { accepted denied }\n    viewerCanUpdate\n    viewerCanDelete\n  }\n": types.ApiKeyRowFragmentDoc,
    "\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": types.OrganizationApiKeysDocument,
    "\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": types.ProjectApiKeysDocument,
    "\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n": types.KeySafetyDocument,
    "\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": types.FindOrganizationKeyDocument,
    "\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": types.FindProjectKeyDocument,
    "\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n": types.CreatorChoicesDocument,
    "\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": types.ProjectChoicesDocument,
    "\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n": types.FilterProjectDocument,
    "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name inputSchema } } } } }\n      }\n    }\n  }\n": types.OrganizationSampleDocument,
    "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name inputSchema } } }\n    }\n  }\n": types.ProjectSampleDocument,
    "\n  query OrganizationKeyNames($organization: ID!, $search: String!) {\n    organization(id: $organization) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n": types.OrganizationKeyNamesDocument,
    "\n  query ProjectKeyNames($project: ID!, $search: String!) {\n    project(id: $project) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n": types.ProjectKeyNamesDocument,
    "\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": types.CreateOrganizationApiKeyDocument,
    "\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": types.CreateProjectApiKeyDocument,
    "\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n": types.DeleteApiKeyDocument,
    "\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n": types.SetApiKeyEnabledDocument,
    "\n  mutation MendApiKey($id: ID!, $role: ApiKeyRole, $expiry: ExpiryInput) {\n    updateApiKey(input: { id: $id, role: $role, expiry: $expiry }) { id status role expiryPolicy expiresAt }\n  }\n": types.MendApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n": types.RevokeApiKeyDocument,
    "\n  fragment KeyUse on ApiKey { id level access status lastUsedAt createdAt rotation { startedAt } }\n": types.KeyUseFragmentDoc,
    "\n  query OrganizationKeysUse($organization: ID!, $ids: [ID!]) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n": types.OrganizationKeysUseDocument,
    "\n  query ProjectKeysUse($project: ID!, $ids: [ID!]) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n": types.ProjectKeysUseDocument,
    "\n  fragment ApiKeyDetails on ApiKey {\n    ...ApiKeyRow\n    allowedIps\n    rateLimitPerMinute\n    rateLimitIsDefault\n    lastUsedIp\n    organization { id name slug viewerPermissions }\n    project { id name slug viewerPermissions }\n    usage(days: 30) { date accepted denied }\n    denials(days: 30) { date cause count lastAt lastIp }\n    viewerCanUpdate\n  }\n": types.ApiKeyDetailsFragmentDoc,
    "\n  query ApiKeyDetails($id: ID!) {\n    apiKey(id: $id) { ...ApiKeyDetails }\n  }\n": types.ApiKeyDetailsDocument,
    "\n  query ApiKeyPlace($id: ID!) {\n    apiKey(id: $id) {\n      id\n      level\n      organization { id slug viewerPermissions projects(first: 1) { edges { cursor node { id slug } } } }\n      project { id slug }\n      access\n      selectedProjects { id slug }\n    }\n  }\n": types.ApiKeyPlaceDocument,
    "\n  query ApiKeyExecutions($id: ID!, $first: Int!, $after: String) {\n    apiKey(id: $id) {\n      id\n      executions(first: $first, after: $after) {\n        edges { cursor node { id status createdAt project { id name slug } workflow { id name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ApiKeyExecutionsDocument,
    "\n  query ApiKeyHistory($organization: ID!, $key: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: { targetId: $key }, first: $first, after: $after) {\n        edges { cursor node { id at action ip changes actor { kind name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ApiKeyHistoryDocument,
    "\n  query ApiKeyImpact($id: ID!) {\n    apiKeyImpact(id: $id) {\n      lastCallAt\n      unfinishedExecutions\n      workflows { calls lastCallAt project { id name } workflow { id name } }\n    }\n  }\n": types.ApiKeyImpactDocument,
    "\n  query OrganizationKeyPolicy($organization: ID!) {\n    organization(id: $organization) { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } }\n    server { defaultRateLimitPerMinute }\n  }\n": types.OrganizationKeyPolicyDocument,
    "\n  query ProjectKeyPolicy($project: ID!) {\n    project(id: $project) { id organization { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } } }\n    server { defaultRateLimitPerMinute }\n  }\n": types.ProjectKeyPolicyDocument,
    "\n  mutation UpdateApiKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) { ...ApiKeyDetails }\n  }\n": types.UpdateApiKeyDocument,
    "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": types.RotateApiKeyDocument,
    "\n  mutation FinishApiKeyRotation($id: ID!) {\n    finishApiKeyRotation(id: $id) { ...ApiKeyDetails }\n  }\n": types.FinishApiKeyRotationDocument,
    "\n  query KeyPolicy($organization: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy { maxLifetimeDays requireAllowedIps }\n    }\n  }\n": types.KeyPolicyDocument,
    "\n  query PolicyViolations($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy {\n        violations(first: $first, after: $after) {\n          edges {\n            cursor\n            node { id name preview level expiresAt allowedIps project { id name } }\n          }\n          pageInfo { hasNextPage endCursor }\n          totalCount\n        }\n      }\n    }\n  }\n": types.PolicyViolationsDocument,
    "\n  mutation UpdateKeyPolicy($input: UpdateApiKeyPolicyInput!) {\n    updateApiKeyPolicy(input: $input) { maxLifetimeDays requireAllowedIps }\n  }\n": types.UpdateKeyPolicyDocument,
    "\n  fragment AuditEntryRow on AuditEntry {\n    id\n    at\n    actor { kind name apiKeyId user { id } }\n    action\n    targetType\n    targetId\n    targetName\n    projectId\n    projects { id name slug }\n    target {\n      __typename\n      ... on ApiKey { id }\n      ... on Execution { id project { id slug } }\n      ... on Membership { id }\n      ... on Project { id slug }\n      ... on Workflow { id slug project { id slug } }\n    }\n    ip\n    changes\n  }\n": types.AuditEntryRowFragmentDoc,
    "\n  query AuditLog($organization: ID!, $filter: AuditFilter, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...AuditEntryRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.AuditLogDocument,
    "\n  query AuditProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(search: $search, first: $first) { edges { cursor node { id name slug } } }\n    }\n  }\n": types.AuditProjectsDocument,
    "\n  query AuditActors($organization: ID!, $search: String, $withKeys: Boolean!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(search: $search, first: $first) { edges { cursor node { id user { id name } } } }\n      apiKeys(filter: { search: $search }, first: $first) @include(if: $withKeys) {\n        edges { cursor node { id name } }\n      }\n    }\n  }\n": types.AuditActorsDocument,
    "\n  query AuditNames(\n    $organization: ID!, $project: ID!, $withProject: Boolean!, $actor: ID!, $user: String!, $withKey: Boolean!,\n    $withUser: Boolean!\n  ) {\n    project(id: $project) @include(if: $withProject) { id name }\n    apiKey(id: $actor) @include(if: $withKey) { id name }\n    organization(id: $organization) @include(if: $withUser) {\n      id\n      members(search: $user, first: 1) { edges { cursor node { id user { id name } } } }\n    }\n  }\n": types.AuditNamesDocument,
    "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n    error { code message }\n  }\n": types.ExecutionRowFragmentDoc,
    "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ProjectExecutionsDocument,
    "\n  query ExecutionCounts(\n    $project: ID!, $queued: ExecutionFilter!, $running: ExecutionFilter!, $succeeded: ExecutionFilter!,\n    $failed: ExecutionFilter!, $canceled: ExecutionFilter!\n  ) {\n    project(id: $project) {\n      id\n      QUEUED: executions(filter: $queued, first: 1) { totalCount }\n      RUNNING: executions(filter: $running, first: 1) { totalCount }\n      SUCCEEDED: executions(filter: $succeeded, first: 1) { totalCount }\n      FAILED: executions(filter: $failed, first: 1) { totalCount }\n      CANCELED: executions(filter: $canceled, first: 1) { totalCount }\n    }\n  }\n": types.ExecutionCountsDocument,
    "\n  query ExecutionFilterNames($workflow: ID!, $key: ID!, $withWorkflow: Boolean!, $withKey: Boolean!) {\n    workflow(id: $workflow) @include(if: $withWorkflow) { id name }\n    apiKey(id: $key) @include(if: $withKey) { id name }\n  }\n": types.ExecutionFilterNamesDocument,
    "\n  query WorkflowChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      workflows(search: $search, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n": types.WorkflowChoicesDocument,
    "\n  query KeyChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $search }, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n": types.KeyChoicesDocument,
    "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    triggeredBy { apiKeyId apiKey { id name kind } }\n    workflow { enabled deletedAt maxAttempts timeoutSeconds schedule { cron timeZone } }\n    input\n    output\n    idempotencyKey\n    retryOfId\n    retryOf { id }\n    nextAttemptAt\n    completionDeadline\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n": types.ExecutionDetailsFragmentDoc,
    "\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n": types.ExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n": types.ExecutionUpdatedDocument,
    "\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n": types.ProjectExecutionUpdatedDocument,
    "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) { ...ExecutionDetails }\n  }\n": types.CancelExecutionDocument,
    "\n  mutation RetryExecution($id: ID!) {\n    retryExecution(id: $id) { id }\n  }\n": types.RetryExecutionDocument,
    "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n": types.ExplorerSampleDocument,
    "\n  query OfferedInvitation($token: String!) {\n    invitation(token: $token) { organizationName email role invitedBy expiresAt }\n    viewer { __typename ... on User { id name email } }\n  }\n": types.OfferedInvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) { user { id } }\n  }\n": types.AcceptInvitationDocument,
    "\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    user { id name email }\n    projectRoles { role project { id name slug } }\n  }\n": types.MemberRowFragmentDoc,
    "\n  query Members($organization: ID!, $search: String, $first: Int!, $after: String) {\n    viewer { ... on User { id } }\n    organization(id: $organization) {\n      id\n      members(first: $first, after: $after, search: $search) {\n        edges { cursor node { ...MemberRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  query Invitations($organization: ID!) {\n    organization(id: $organization) {\n      id\n      invitations { id email role expiresAt createdAt invitedBy { name } }\n    }\n  }\n": types.InvitationsDocument,
    "\n  query MemberProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": types.MemberProjectsDocument,
    "\n  query MemberKeys($organization: ID!, $member: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $member, status: [ACTIVE] }, first: 3) {\n        edges { cursor node { id name } }\n        totalCount\n      }\n    }\n  }\n": types.MemberKeysDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) { url invitation { id email expiresAt } }\n  }\n": types.InviteMemberDocument,
    "\n  mutation RevokeInvitation($id: ID!) { revokeInvitation(id: $id) }\n": types.RevokeInvitationDocument,
    "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) { ...MemberRow }\n  }\n": types.UpdateMemberDocument,
    "\n  mutation SetProjectRole($input: SetProjectRoleInput!) {\n    setProjectRole(input: $input) { ...MemberRow }\n  }\n": types.SetProjectRoleDocument,
    "\n  mutation RemoveMember($id: ID!) { removeMember(id: $id) }\n": types.RemoveMemberDocument,
    "\n  query Onboarding($organization: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first) {\n        edges {\n          cursor\n          node {\n            id\n            name\n            slug\n            workflows(first: 1) { edges { cursor node { id name slug } } totalCount }\n            executions(first: 1) { edges { cursor node { id status createdAt } } }\n          }\n        }\n        totalCount\n      }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    }\n  }\n": types.OnboardingDocument,
    "\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.OrganizationsDocument,
    "\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n": types.OrganizationDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n": types.CreateOrganizationDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) { id name slug }\n  }\n": types.UpdateOrganizationDocument,
    "\n  query OrganizationContents($organization: ID!) {\n    organization(id: $organization) {\n      id\n      contents: projects(first: 1) { totalCount }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      people: members(first: 1) { totalCount }\n    }\n  }\n": types.OrganizationContentsDocument,
    "\n  mutation DeleteOrganization($id: ID!) { deleteOrganization(id: $id) }\n": types.DeleteOrganizationDocument,
    "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n": types.PaletteKeyFragmentDoc,
    "\n  fragment PaletteWorkflow on Workflow { id name slug project { id name slug } }\n": types.PaletteWorkflowFragmentDoc,
    "\n  query PaletteOrganizations { organizations(first: 8) { nodes { id name slug } } }\n": types.PaletteOrganizationsDocument,
    "\n  query PaletteSearch(\n    $organization: String!\n    $withKeys: Boolean!\n    $project: String!\n    $inProject: Boolean!\n    $search: String!\n  ) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 8, search: $search) { nodes { id name slug } }\n      workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n      apiKeys(first: 8, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        slug\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": types.PaletteSearchDocument,
    "\n  query PaletteSearchAll($search: String!) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    searched: organizations(first: 10) {\n      nodes {\n        id\n        name\n        slug\n        projects(first: 8, search: $search) { nodes { id name slug } }\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": types.PaletteSearchAllDocument,
    "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    lastDay: executions(filter: { since: $since }, first: 1) { totalCount }\n    failures: executions(filter: { since: $since, status: [FAILED] }, first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt workflow { id name } } }\n    }\n  }\n": types.ProjectCardFragmentDoc,
    "\n  query Projects($organization: ID!, $first: Int!, $after: String, $since: DateTimeISO!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ProjectsDocument,
    "\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n": types.ProjectDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n": types.CreateProjectDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { id name slug }\n  }\n": types.UpdateProjectDocument,
    "\n  query ProjectContents($project: ID!) {\n    project(id: $project) {\n      id\n      keys: apiKeys(filter: { level: PROJECT, kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      flows: workflows(first: 1) { totalCount }\n      open: executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n": types.ProjectContentsDocument,
    "\n  mutation DeleteProject($id: ID!) { deleteProject(id: $id) }\n": types.DeleteProjectDocument,
    "\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n": types.SessionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut { signOut }\n": types.SignOutDocument,
    "\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n": types.SetupDocument,
    "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    enabled\n    disabledReason\n    schedule { cron timeZone nextRunAt }\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n    executionHours(hours: 24) { hour succeeded failed canceled open }\n  }\n": types.WorkflowRowFragmentDoc,
    "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.WorkflowsDocument,
    "\n  fragment WorkflowDetails on Workflow {\n    id\n    name\n    slug\n    description\n    enabled\n    disabledReason\n    targetUrl\n    targetHeaders { name value }\n    inputSchema\n    maxAttempts\n    timeoutSeconds\n    completionTimeoutSeconds\n    schedule { cron timeZone nextRunAt }\n    previousSigningSecretExpiresAt\n    createdAt\n    createdBy { kind name }\n  }\n": types.WorkflowDetailsFragmentDoc,
    "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) { ...WorkflowDetails }\n    }\n  }\n": types.WorkflowDocument,
    "\n  query WorkflowHours($id: ID!, $hours: Int!) {\n    workflow(id: $id) {\n      id\n      executionHours(hours: $hours) { hour succeeded failed canceled open }\n    }\n  }\n": types.WorkflowHoursDocument,
    "\n  query WorkflowOpen($id: ID!) {\n    workflow(id: $id) {\n      id\n      executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n": types.WorkflowOpenDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n": types.CreateWorkflowDocument,
    "\n  mutation UpdateWorkflow($input: UpdateWorkflowInput!) {\n    updateWorkflow(input: $input) { ...WorkflowDetails }\n  }\n": types.UpdateWorkflowDocument,
    "\n  mutation DeleteWorkflow($id: ID!) { deleteWorkflow(id: $id) }\n": types.DeleteWorkflowDocument,
    "\n  mutation RotateSigningSecret($id: ID!, $graceSeconds: Int!) {\n    rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) {\n      signingSecret\n      workflow { id name previousSigningSecretExpiresAt }\n    }\n  }\n": types.RotateSigningSecretDocument,
    "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { replayed execution { id } }\n  }\n": types.TriggerWorkflowDocument,
};

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = gql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function gql(source: string): unknown;

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Account {\n    viewer {\n      __typename\n      ... on User {\n        id\n        name\n        email\n        createdAt\n        memberships { id role organization { id name slug } }\n        sessions { id createdAt lastSeenAt ip userAgent current }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    viewer {\n      __typename\n      ... on User {\n        id\n        name\n        email\n        createdAt\n        memberships { id role organization { id name slug } }\n        sessions { id createdAt lastSeenAt ip userAgent current }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation EndSession($id: ID!) { endSession(id: $id) }\n"): (typeof documents)["\n  mutation EndSession($id: ID!) { endSession(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation EndOtherSessions { endOtherSessions }\n"): (typeof documents)["\n  mutation EndOtherSessions { endOtherSessions }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment OwnKey on ApiKey {\n    id\n    name\n    preview\n    kind\n    role\n    status\n    expiresAt\n    lastUsedAt\n    project { id name }\n  }\n"): (typeof documents)["\n  fragment OwnKey on ApiKey {\n    id\n    name\n    preview\n    kind\n    role\n    status\n    expiresAt\n    lastUsedAt\n    project { id name }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OwnKeys($organization: ID!, $me: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: $first) {\n        edges { cursor node { ...OwnKey } }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnKeys($organization: ID!, $me: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: $first) {\n        edges { cursor node { ...OwnKey } }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OwnProjectKeys($organization: ID!, $me: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: 20) {\n              edges { cursor node { ...OwnKey } }\n              totalCount\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnProjectKeys($organization: ID!, $me: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            apiKeys(filter: { kind: PERSONAL, createdById: $me }, first: 20) {\n              edges { cursor node { ...OwnKey } }\n              totalCount\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { startedAt previousPreview previousExpiresAt previousLastUsedAt previousUseCount }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usageSeries(days: 30) { accepted denied }\n    viewerCanUpdate\n    viewerCanDelete\n  }\n"): (typeof documents)["\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { startedAt previousPreview previousExpiresAt previousLastUsedAt previousUseCount }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usageSeries(days: 30) { accepted denied }\n    viewerCanUpdate\n    viewerCanDelete\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n"): (typeof documents)["\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n"): (typeof documents)["\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name inputSchema } } } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name inputSchema } } } } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name inputSchema } } }\n    }\n  }\n"): (typeof documents)["\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name inputSchema } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationKeyNames($organization: ID!, $search: String!) {\n    organization(id: $organization) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n"): (typeof documents)["\n  query OrganizationKeyNames($organization: ID!, $search: String!) {\n    organization(id: $organization) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectKeyNames($project: ID!, $search: String!) {\n    project(id: $project) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n"): (typeof documents)["\n  query ProjectKeyNames($project: ID!, $search: String!) {\n    project(id: $project) { id apiKeys(filter: { search: $search }, first: 100) { nodes { id name } } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"): (typeof documents)["\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"): (typeof documents)["\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n"): (typeof documents)["\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n"): (typeof documents)["\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation MendApiKey($id: ID!, $role: ApiKeyRole, $expiry: ExpiryInput) {\n    updateApiKey(input: { id: $id, role: $role, expiry: $expiry }) { id status role expiryPolicy expiresAt }\n  }\n"): (typeof documents)["\n  mutation MendApiKey($id: ID!, $role: ApiKeyRole, $expiry: ExpiryInput) {\n    updateApiKey(input: { id: $id, role: $role, expiry: $expiry }) { id status role expiryPolicy expiresAt }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment KeyUse on ApiKey { id level access status lastUsedAt createdAt rotation { startedAt } }\n"): (typeof documents)["\n  fragment KeyUse on ApiKey { id level access status lastUsedAt createdAt rotation { startedAt } }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationKeysUse($organization: ID!, $ids: [ID!]) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationKeysUse($organization: ID!, $ids: [ID!]) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectKeysUse($project: ID!, $ids: [ID!]) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n"): (typeof documents)["\n  query ProjectKeysUse($project: ID!, $ids: [ID!]) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { ids: $ids }, first: 100) { edges { cursor node { ...KeyUse } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ApiKeyDetails on ApiKey {\n    ...ApiKeyRow\n    allowedIps\n    rateLimitPerMinute\n    rateLimitIsDefault\n    lastUsedIp\n    organization { id name slug viewerPermissions }\n    project { id name slug viewerPermissions }\n    usage(days: 30) { date accepted denied }\n    denials(days: 30) { date cause count lastAt lastIp }\n    viewerCanUpdate\n  }\n"): (typeof documents)["\n  fragment ApiKeyDetails on ApiKey {\n    ...ApiKeyRow\n    allowedIps\n    rateLimitPerMinute\n    rateLimitIsDefault\n    lastUsedIp\n    organization { id name slug viewerPermissions }\n    project { id name slug viewerPermissions }\n    usage(days: 30) { date accepted denied }\n    denials(days: 30) { date cause count lastAt lastIp }\n    viewerCanUpdate\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ApiKeyDetails($id: ID!) {\n    apiKey(id: $id) { ...ApiKeyDetails }\n  }\n"): (typeof documents)["\n  query ApiKeyDetails($id: ID!) {\n    apiKey(id: $id) { ...ApiKeyDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ApiKeyPlace($id: ID!) {\n    apiKey(id: $id) {\n      id\n      level\n      organization { id slug viewerPermissions projects(first: 1) { edges { cursor node { id slug } } } }\n      project { id slug }\n      access\n      selectedProjects { id slug }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeyPlace($id: ID!) {\n    apiKey(id: $id) {\n      id\n      level\n      organization { id slug viewerPermissions projects(first: 1) { edges { cursor node { id slug } } } }\n      project { id slug }\n      access\n      selectedProjects { id slug }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ApiKeyExecutions($id: ID!, $first: Int!, $after: String) {\n    apiKey(id: $id) {\n      id\n      executions(first: $first, after: $after) {\n        edges { cursor node { id status createdAt project { id name slug } workflow { id name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeyExecutions($id: ID!, $first: Int!, $after: String) {\n    apiKey(id: $id) {\n      id\n      executions(first: $first, after: $after) {\n        edges { cursor node { id status createdAt project { id name slug } workflow { id name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ApiKeyHistory($organization: ID!, $key: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: { targetId: $key }, first: $first, after: $after) {\n        edges { cursor node { id at action ip changes actor { kind name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeyHistory($organization: ID!, $key: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: { targetId: $key }, first: $first, after: $after) {\n        edges { cursor node { id at action ip changes actor { kind name } } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ApiKeyImpact($id: ID!) {\n    apiKeyImpact(id: $id) {\n      lastCallAt\n      unfinishedExecutions\n      workflows { calls lastCallAt project { id name } workflow { id name } }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeyImpact($id: ID!) {\n    apiKeyImpact(id: $id) {\n      lastCallAt\n      unfinishedExecutions\n      workflows { calls lastCallAt project { id name } workflow { id name } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationKeyPolicy($organization: ID!) {\n    organization(id: $organization) { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } }\n    server { defaultRateLimitPerMinute }\n  }\n"): (typeof documents)["\n  query OrganizationKeyPolicy($organization: ID!) {\n    organization(id: $organization) { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } }\n    server { defaultRateLimitPerMinute }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectKeyPolicy($project: ID!) {\n    project(id: $project) { id organization { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } } }\n    server { defaultRateLimitPerMinute }\n  }\n"): (typeof documents)["\n  query ProjectKeyPolicy($project: ID!) {\n    project(id: $project) { id organization { id apiKeyPolicy { maxLifetimeDays requireAllowedIps } } }\n    server { defaultRateLimitPerMinute }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateApiKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) { ...ApiKeyDetails }\n  }\n"): (typeof documents)["\n  mutation UpdateApiKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) { ...ApiKeyDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"): (typeof documents)["\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { secret apiKey { id name role } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation FinishApiKeyRotation($id: ID!) {\n    finishApiKeyRotation(id: $id) { ...ApiKeyDetails }\n  }\n"): (typeof documents)["\n  mutation FinishApiKeyRotation($id: ID!) {\n    finishApiKeyRotation(id: $id) { ...ApiKeyDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query KeyPolicy($organization: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy { maxLifetimeDays requireAllowedIps }\n    }\n  }\n"): (typeof documents)["\n  query KeyPolicy($organization: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy { maxLifetimeDays requireAllowedIps }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolicyViolations($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy {\n        violations(first: $first, after: $after) {\n          edges {\n            cursor\n            node { id name preview level expiresAt allowedIps project { id name } }\n          }\n          pageInfo { hasNextPage endCursor }\n          totalCount\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PolicyViolations($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      apiKeyPolicy {\n        violations(first: $first, after: $after) {\n          edges {\n            cursor\n            node { id name preview level expiresAt allowedIps project { id name } }\n          }\n          pageInfo { hasNextPage endCursor }\n          totalCount\n        }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateKeyPolicy($input: UpdateApiKeyPolicyInput!) {\n    updateApiKeyPolicy(input: $input) { maxLifetimeDays requireAllowedIps }\n  }\n"): (typeof documents)["\n  mutation UpdateKeyPolicy($input: UpdateApiKeyPolicyInput!) {\n    updateApiKeyPolicy(input: $input) { maxLifetimeDays requireAllowedIps }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment AuditEntryRow on AuditEntry {\n    id\n    at\n    actor { kind name apiKeyId user { id } }\n    action\n    targetType\n    targetId\n    targetName\n    projectId\n    projects { id name slug }\n    target {\n      __typename\n      ... on ApiKey { id }\n      ... on Execution { id project { id slug } }\n      ... on Membership { id }\n      ... on Project { id slug }\n      ... on Workflow { id slug project { id slug } }\n    }\n    ip\n    changes\n  }\n"): (typeof documents)["\n  fragment AuditEntryRow on AuditEntry {\n    id\n    at\n    actor { kind name apiKeyId user { id } }\n    action\n    targetType\n    targetId\n    targetName\n    projectId\n    projects { id name slug }\n    target {\n      __typename\n      ... on ApiKey { id }\n      ... on Execution { id project { id slug } }\n      ... on Membership { id }\n      ... on Project { id slug }\n      ... on Workflow { id slug project { id slug } }\n    }\n    ip\n    changes\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AuditLog($organization: ID!, $filter: AuditFilter, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...AuditEntryRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditLog($organization: ID!, $filter: AuditFilter, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      auditLog(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...AuditEntryRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AuditProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(search: $search, first: $first) { edges { cursor node { id name slug } } }\n    }\n  }\n"): (typeof documents)["\n  query AuditProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(search: $search, first: $first) { edges { cursor node { id name slug } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AuditActors($organization: ID!, $search: String, $withKeys: Boolean!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(search: $search, first: $first) { edges { cursor node { id user { id name } } } }\n      apiKeys(filter: { search: $search }, first: $first) @include(if: $withKeys) {\n        edges { cursor node { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditActors($organization: ID!, $search: String, $withKeys: Boolean!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(search: $search, first: $first) { edges { cursor node { id user { id name } } } }\n      apiKeys(filter: { search: $search }, first: $first) @include(if: $withKeys) {\n        edges { cursor node { id name } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AuditNames(\n    $organization: ID!, $project: ID!, $withProject: Boolean!, $actor: ID!, $user: String!, $withKey: Boolean!,\n    $withUser: Boolean!\n  ) {\n    project(id: $project) @include(if: $withProject) { id name }\n    apiKey(id: $actor) @include(if: $withKey) { id name }\n    organization(id: $organization) @include(if: $withUser) {\n      id\n      members(search: $user, first: 1) { edges { cursor node { id user { id name } } } }\n    }\n  }\n"): (typeof documents)["\n  query AuditNames(\n    $organization: ID!, $project: ID!, $withProject: Boolean!, $actor: ID!, $user: String!, $withKey: Boolean!,\n    $withUser: Boolean!\n  ) {\n    project(id: $project) @include(if: $withProject) { id name }\n    apiKey(id: $actor) @include(if: $withKey) { id name }\n    organization(id: $organization) @include(if: $withUser) {\n      id\n      members(search: $user, first: 1) { edges { cursor node { id user { id name } } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n    error { code message }\n  }\n"): (typeof documents)["\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n    error { code message }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ExecutionCounts(\n    $project: ID!, $queued: ExecutionFilter!, $running: ExecutionFilter!, $succeeded: ExecutionFilter!,\n    $failed: ExecutionFilter!, $canceled: ExecutionFilter!\n  ) {\n    project(id: $project) {\n      id\n      QUEUED: executions(filter: $queued, first: 1) { totalCount }\n      RUNNING: executions(filter: $running, first: 1) { totalCount }\n      SUCCEEDED: executions(filter: $succeeded, first: 1) { totalCount }\n      FAILED: executions(filter: $failed, first: 1) { totalCount }\n      CANCELED: executions(filter: $canceled, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query ExecutionCounts(\n    $project: ID!, $queued: ExecutionFilter!, $running: ExecutionFilter!, $succeeded: ExecutionFilter!,\n    $failed: ExecutionFilter!, $canceled: ExecutionFilter!\n  ) {\n    project(id: $project) {\n      id\n      QUEUED: executions(filter: $queued, first: 1) { totalCount }\n      RUNNING: executions(filter: $running, first: 1) { totalCount }\n      SUCCEEDED: executions(filter: $succeeded, first: 1) { totalCount }\n      FAILED: executions(filter: $failed, first: 1) { totalCount }\n      CANCELED: executions(filter: $canceled, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ExecutionFilterNames($workflow: ID!, $key: ID!, $withWorkflow: Boolean!, $withKey: Boolean!) {\n    workflow(id: $workflow) @include(if: $withWorkflow) { id name }\n    apiKey(id: $key) @include(if: $withKey) { id name }\n  }\n"): (typeof documents)["\n  query ExecutionFilterNames($workflow: ID!, $key: ID!, $withWorkflow: Boolean!, $withKey: Boolean!) {\n    workflow(id: $workflow) @include(if: $withWorkflow) { id name }\n    apiKey(id: $key) @include(if: $withKey) { id name }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query WorkflowChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      workflows(search: $search, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query WorkflowChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      workflows(search: $search, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query KeyChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $search }, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query KeyChoices($project: ID!, $search: String, $first: Int!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $search }, first: $first) { edges { cursor node { id name } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    triggeredBy { apiKeyId apiKey { id name kind } }\n    workflow { enabled deletedAt maxAttempts timeoutSeconds schedule { cron timeZone } }\n    input\n    output\n    idempotencyKey\n    retryOfId\n    retryOf { id }\n    nextAttemptAt\n    completionDeadline\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n"): (typeof documents)["\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    triggeredBy { apiKeyId apiKey { id name kind } }\n    workflow { enabled deletedAt maxAttempts timeoutSeconds schedule { cron timeZone } }\n    input\n    output\n    idempotencyKey\n    retryOfId\n    retryOf { id }\n    nextAttemptAt\n    completionDeadline\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n"): (typeof documents)["\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n"): (typeof documents)["\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n"): (typeof documents)["\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) { ...ExecutionDetails }\n  }\n"): (typeof documents)["\n  mutation CancelExecution($id: ID!) {\n    cancelExecution(id: $id) { ...ExecutionDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RetryExecution($id: ID!) {\n    retryExecution(id: $id) { id }\n  }\n"): (typeof documents)["\n  mutation RetryExecution($id: ID!) {\n    retryExecution(id: $id) { id }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n"): (typeof documents)["\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OfferedInvitation($token: String!) {\n    invitation(token: $token) { organizationName email role invitedBy expiresAt }\n    viewer { __typename ... on User { id name email } }\n  }\n"): (typeof documents)["\n  query OfferedInvitation($token: String!) {\n    invitation(token: $token) { organizationName email role invitedBy expiresAt }\n    viewer { __typename ... on User { id name email } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) { user { id } }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) { user { id } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    user { id name email }\n    projectRoles { role project { id name slug } }\n  }\n"): (typeof documents)["\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    user { id name email }\n    projectRoles { role project { id name slug } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Members($organization: ID!, $search: String, $first: Int!, $after: String) {\n    viewer { ... on User { id } }\n    organization(id: $organization) {\n      id\n      members(first: $first, after: $after, search: $search) {\n        edges { cursor node { ...MemberRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Members($organization: ID!, $search: String, $first: Int!, $after: String) {\n    viewer { ... on User { id } }\n    organization(id: $organization) {\n      id\n      members(first: $first, after: $after, search: $search) {\n        edges { cursor node { ...MemberRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Invitations($organization: ID!) {\n    organization(id: $organization) {\n      id\n      invitations { id email role expiresAt createdAt invitedBy { name } }\n    }\n  }\n"): (typeof documents)["\n  query Invitations($organization: ID!) {\n    organization(id: $organization) {\n      id\n      invitations { id email role expiresAt createdAt invitedBy { name } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query MemberProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query MemberProjects($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query MemberKeys($organization: ID!, $member: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $member, status: [ACTIVE] }, first: 3) {\n        edges { cursor node { id name } }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query MemberKeys($organization: ID!, $member: ID!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { kind: PERSONAL, createdById: $member, status: [ACTIVE] }, first: 3) {\n        edges { cursor node { id name } }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) { url invitation { id email expiresAt } }\n  }\n"): (typeof documents)["\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) { url invitation { id email expiresAt } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RevokeInvitation($id: ID!) { revokeInvitation(id: $id) }\n"): (typeof documents)["\n  mutation RevokeInvitation($id: ID!) { revokeInvitation(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) { ...MemberRow }\n  }\n"): (typeof documents)["\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) { ...MemberRow }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SetProjectRole($input: SetProjectRoleInput!) {\n    setProjectRole(input: $input) { ...MemberRow }\n  }\n"): (typeof documents)["\n  mutation SetProjectRole($input: SetProjectRoleInput!) {\n    setProjectRole(input: $input) { ...MemberRow }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RemoveMember($id: ID!) { removeMember(id: $id) }\n"): (typeof documents)["\n  mutation RemoveMember($id: ID!) { removeMember(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Onboarding($organization: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first) {\n        edges {\n          cursor\n          node {\n            id\n            name\n            slug\n            workflows(first: 1) { edges { cursor node { id name slug } } totalCount }\n            executions(first: 1) { edges { cursor node { id status createdAt } } }\n          }\n        }\n        totalCount\n      }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query Onboarding($organization: ID!, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first) {\n        edges {\n          cursor\n          node {\n            id\n            name\n            slug\n            workflows(first: 1) { edges { cursor node { id name slug } } totalCount }\n            executions(first: 1) { edges { cursor node { id status createdAt } } }\n          }\n        }\n        totalCount\n      }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n"): (typeof documents)["\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n"): (typeof documents)["\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) { id name slug }\n  }\n"): (typeof documents)["\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) { id name slug }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query OrganizationContents($organization: ID!) {\n    organization(id: $organization) {\n      id\n      contents: projects(first: 1) { totalCount }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      people: members(first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationContents($organization: ID!) {\n    organization(id: $organization) {\n      id\n      contents: projects(first: 1) { totalCount }\n      keys: apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      people: members(first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeleteOrganization($id: ID!) { deleteOrganization(id: $id) }\n"): (typeof documents)["\n  mutation DeleteOrganization($id: ID!) { deleteOrganization(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n"): (typeof documents)["\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment PaletteWorkflow on Workflow { id name slug project { id name slug } }\n"): (typeof documents)["\n  fragment PaletteWorkflow on Workflow { id name slug project { id name slug } }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PaletteOrganizations { organizations(first: 8) { nodes { id name slug } } }\n"): (typeof documents)["\n  query PaletteOrganizations { organizations(first: 8) { nodes { id name slug } } }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PaletteSearch(\n    $organization: String!\n    $withKeys: Boolean!\n    $project: String!\n    $inProject: Boolean!\n    $search: String!\n  ) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 8, search: $search) { nodes { id name slug } }\n      workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n      apiKeys(first: 8, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        slug\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteSearch(\n    $organization: String!\n    $withKeys: Boolean!\n    $project: String!\n    $inProject: Boolean!\n    $search: String!\n  ) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 8, search: $search) { nodes { id name slug } }\n      workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n      apiKeys(first: 8, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        slug\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PaletteSearchAll($search: String!) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    searched: organizations(first: 10) {\n      nodes {\n        id\n        name\n        slug\n        projects(first: 8, search: $search) { nodes { id name slug } }\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteSearchAll($search: String!) {\n    organizations(first: 8, search: $search) { nodes { id name slug } }\n    searched: organizations(first: 10) {\n      nodes {\n        id\n        name\n        slug\n        projects(first: 8, search: $search) { nodes { id name slug } }\n        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }\n        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    lastDay: executions(filter: { since: $since }, first: 1) { totalCount }\n    failures: executions(filter: { since: $since, status: [FAILED] }, first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt workflow { id name } } }\n    }\n  }\n"): (typeof documents)["\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    lastDay: executions(filter: { since: $since }, first: 1) { totalCount }\n    failures: executions(filter: { since: $since, status: [FAILED] }, first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt workflow { id name } } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Projects($organization: ID!, $first: Int!, $after: String, $since: DateTimeISO!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Projects($organization: ID!, $first: Int!, $after: String, $since: DateTimeISO!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n"): (typeof documents)["\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { id name slug }\n  }\n"): (typeof documents)["\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) { id name slug }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectContents($project: ID!) {\n    project(id: $project) {\n      id\n      keys: apiKeys(filter: { level: PROJECT, kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      flows: workflows(first: 1) { totalCount }\n      open: executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query ProjectContents($project: ID!) {\n    project(id: $project) {\n      id\n      keys: apiKeys(filter: { level: PROJECT, kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }\n      flows: workflows(first: 1) { totalCount }\n      open: executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeleteProject($id: ID!) { deleteProject(id: $id) }\n"): (typeof documents)["\n  mutation DeleteProject($id: ID!) { deleteProject(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation SignOut { signOut }\n"): (typeof documents)["\n  mutation SignOut { signOut }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n"): (typeof documents)["\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    enabled\n    disabledReason\n    schedule { cron timeZone nextRunAt }\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n    executionHours(hours: 24) { hour succeeded failed canceled open }\n  }\n"): (typeof documents)["\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    enabled\n    disabledReason\n    schedule { cron timeZone nextRunAt }\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n    executionHours(hours: 24) { hour succeeded failed canceled open }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment WorkflowDetails on Workflow {\n    id\n    name\n    slug\n    description\n    enabled\n    disabledReason\n    targetUrl\n    targetHeaders { name value }\n    inputSchema\n    maxAttempts\n    timeoutSeconds\n    completionTimeoutSeconds\n    schedule { cron timeZone nextRunAt }\n    previousSigningSecretExpiresAt\n    createdAt\n    createdBy { kind name }\n  }\n"): (typeof documents)["\n  fragment WorkflowDetails on Workflow {\n    id\n    name\n    slug\n    description\n    enabled\n    disabledReason\n    targetUrl\n    targetHeaders { name value }\n    inputSchema\n    maxAttempts\n    timeoutSeconds\n    completionTimeoutSeconds\n    schedule { cron timeZone nextRunAt }\n    previousSigningSecretExpiresAt\n    createdAt\n    createdBy { kind name }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) { ...WorkflowDetails }\n    }\n  }\n"): (typeof documents)["\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) { ...WorkflowDetails }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query WorkflowHours($id: ID!, $hours: Int!) {\n    workflow(id: $id) {\n      id\n      executionHours(hours: $hours) { hour succeeded failed canceled open }\n    }\n  }\n"): (typeof documents)["\n  query WorkflowHours($id: ID!, $hours: Int!) {\n    workflow(id: $id) {\n      id\n      executionHours(hours: $hours) { hour succeeded failed canceled open }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query WorkflowOpen($id: ID!) {\n    workflow(id: $id) {\n      id\n      executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query WorkflowOpen($id: ID!) {\n    workflow(id: $id) {\n      id\n      executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n"): (typeof documents)["\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation UpdateWorkflow($input: UpdateWorkflowInput!) {\n    updateWorkflow(input: $input) { ...WorkflowDetails }\n  }\n"): (typeof documents)["\n  mutation UpdateWorkflow($input: UpdateWorkflowInput!) {\n    updateWorkflow(input: $input) { ...WorkflowDetails }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation DeleteWorkflow($id: ID!) { deleteWorkflow(id: $id) }\n"): (typeof documents)["\n  mutation DeleteWorkflow($id: ID!) { deleteWorkflow(id: $id) }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation RotateSigningSecret($id: ID!, $graceSeconds: Int!) {\n    rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) {\n      signingSecret\n      workflow { id name previousSigningSecretExpiresAt }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateSigningSecret($id: ID!, $graceSeconds: Int!) {\n    rotateWorkflowSigningSecret(id: $id, graceSeconds: $graceSeconds) {\n      signingSecret\n      workflow { id name previousSigningSecretExpiresAt }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { replayed execution { id } }\n  }\n"): (typeof documents)["\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { replayed execution { id } }\n  }\n"];

export function gql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;