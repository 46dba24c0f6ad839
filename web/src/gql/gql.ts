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
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { previousPreview previousExpiresAt }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usage(days: 30) { date accepted denied }\n    viewerCanDelete\n  }\n": typeof types.ApiKeyRowFragmentDoc,
    "\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": typeof types.OrganizationApiKeysDocument,
    "\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": typeof types.ProjectApiKeysDocument,
    "\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n": typeof types.KeySafetyDocument,
    "\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": typeof types.FindOrganizationKeyDocument,
    "\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": typeof types.FindProjectKeyDocument,
    "\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n": typeof types.CreatorChoicesDocument,
    "\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectChoicesDocument,
    "\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n": typeof types.FilterProjectDocument,
    "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name } } } } }\n      }\n    }\n  }\n": typeof types.OrganizationSampleDocument,
    "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name } } }\n    }\n  }\n": typeof types.ProjectSampleDocument,
    "\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": typeof types.CreateOrganizationApiKeyDocument,
    "\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": typeof types.CreateProjectApiKeyDocument,
    "\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n": typeof types.DeleteApiKeyDocument,
    "\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n": typeof types.SetApiKeyEnabledDocument,
    "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n  }\n": typeof types.ExecutionRowFragmentDoc,
    "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectExecutionsDocument,
    "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    input\n    output\n    error { code message }\n    nextAttemptAt\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n": typeof types.ExecutionDetailsFragmentDoc,
    "\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n": typeof types.ExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n": typeof types.ExecutionUpdatedDocument,
    "\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n": typeof types.ProjectExecutionUpdatedDocument,
    "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n": typeof types.ExplorerSampleDocument,
    "\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.OrganizationsDocument,
    "\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n": typeof types.OrganizationDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n": typeof types.CreateOrganizationDocument,
    "\n  query PaletteOrganizations {\n    organizations(first: 50) { nodes { id name slug } }\n  }\n": typeof types.PaletteOrganizationsDocument,
    "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n": typeof types.PaletteKeyFragmentDoc,
    "\n  query PaletteSearch($organization: String!, $project: String!, $inProject: Boolean!, $search: String!) {\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 6, search: $search) { nodes { id name slug } }\n      apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      everyProject: projects(first: 30) {\n        nodes { id name slug workflows(first: 4, search: $search) { nodes { id name slug } } }\n      }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        name\n        slug\n        workflows(first: 6, search: $search) { nodes { id name slug } }\n        apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": typeof types.PaletteSearchDocument,
    "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt } }\n    }\n  }\n": typeof types.ProjectCardFragmentDoc,
    "\n  query Projects($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectsDocument,
    "\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n": typeof types.ProjectDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n": typeof types.CreateProjectDocument,
    "\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n": typeof types.SessionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut { signOut }\n": typeof types.SignOutDocument,
    "\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n": typeof types.SetupDocument,
    "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n  }\n": typeof types.WorkflowRowFragmentDoc,
    "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.WorkflowsDocument,
    "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) {\n        id\n        name\n        slug\n        description\n        targetUrl\n        createdAt\n        createdBy { kind name }\n      }\n    }\n  }\n": typeof types.WorkflowDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n": typeof types.CreateWorkflowDocument,
    "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { execution { id } }\n  }\n": typeof types.TriggerWorkflowDocument,
};
const documents: Documents = {
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { previousPreview previousExpiresAt }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usage(days: 30) { date accepted denied }\n    viewerCanDelete\n  }\n": types.ApiKeyRowFragmentDoc,
    "\n  query OrganizationApiKeys(\n    $organization: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": types.OrganizationApiKeysDocument,
    "\n  query ProjectApiKeys(\n    $project: ID!, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $first: Int!, $after: String,\n    $hiddenFilter: ApiKeyFilter, $countHidden: Boolean!\n  ) {\n    project(id: $project) {\n      id\n      apiKeys(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n      hidden: apiKeys(filter: $hiddenFilter, first: 1) @include(if: $countHidden) { totalCount }\n    }\n  }\n": types.ProjectApiKeysDocument,
    "\n  query KeySafety($organization: ID!, $level: ApiKeyLevel) {\n    organization(id: $organization) {\n      id\n      apiKeyInsights(level: $level) { kind count }\n    }\n  }\n": types.KeySafetyDocument,
    "\n  query FindOrganizationKey($organization: ID!, $secret: String!) {\n    organization(id: $organization) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": types.FindOrganizationKeyDocument,
    "\n  query FindProjectKey($project: ID!, $secret: String!) {\n    project(id: $project) {\n      id\n      apiKeys(filter: { search: $secret }, first: 1) {\n        edges { cursor inherited node { ...ApiKeyRow } }\n      }\n    }\n  }\n": types.FindProjectKeyDocument,
    "\n  query CreatorChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      members(first: $first, search: $search) {\n        edges { cursor node { id user { id name } } }\n      }\n    }\n  }\n": types.CreatorChoicesDocument,
    "\n  query ProjectChoices($organization: ID!, $search: String, $first: Int!) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, search: $search) {\n        edges { cursor node { id name slug } }\n        totalCount\n      }\n    }\n  }\n": types.ProjectChoicesDocument,
    "\n  query FilterProject($organization: ID!, $slug: String!) {\n    organization(id: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerPermissions }\n    }\n  }\n": types.FilterProjectDocument,
    "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name } } } } }\n      }\n    }\n  }\n": types.OrganizationSampleDocument,
    "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name } } }\n    }\n  }\n": types.ProjectSampleDocument,
    "\n  mutation CreateOrganizationApiKey($input: CreateOrganizationApiKeyInput!) {\n    createOrganizationApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": types.CreateOrganizationApiKeyDocument,
    "\n  mutation CreateProjectApiKey($input: CreateProjectApiKeyInput!) {\n    createProjectApiKey(input: $input) { secret apiKey { id name role } }\n  }\n": types.CreateProjectApiKeyDocument,
    "\n  mutation DeleteApiKey($id: ID!) { deleteApiKey(id: $id) }\n": types.DeleteApiKeyDocument,
    "\n  mutation SetApiKeyEnabled($id: ID!, $enabled: Boolean!) {\n    updateApiKey(input: { id: $id, enabled: $enabled }) { id status }\n  }\n": types.SetApiKeyEnabledDocument,
    "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n": types.RevokeApiKeyDocument,
    "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n  }\n": types.ExecutionRowFragmentDoc,
    "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ProjectExecutionsDocument,
    "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    input\n    output\n    error { code message }\n    nextAttemptAt\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n": types.ExecutionDetailsFragmentDoc,
    "\n  query Execution($id: ID!) {\n    execution(id: $id) { ...ExecutionDetails }\n  }\n": types.ExecutionDocument,
    "\n  subscription ExecutionUpdated($id: ID!) {\n    executionUpdated(id: $id) { ...ExecutionDetails }\n  }\n": types.ExecutionUpdatedDocument,
    "\n  subscription ProjectExecutionUpdated($project: ID!) {\n    projectExecutionUpdated(projectId: $project) { ...ExecutionRow }\n  }\n": types.ProjectExecutionUpdatedDocument,
    "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n": types.ExplorerSampleDocument,
    "\n  query Organizations($first: Int!, $after: String) {\n    viewer { __typename }\n    organizations(first: $first, after: $after) {\n      edges { cursor node { id name slug viewerRole createdAt } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.OrganizationsDocument,
    "\n  query Organization($slug: String!) {\n    organization(slug: $slug) { id name slug viewerRole viewerPermissions }\n  }\n": types.OrganizationDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) { id slug }\n  }\n": types.CreateOrganizationDocument,
    "\n  query PaletteOrganizations {\n    organizations(first: 50) { nodes { id name slug } }\n  }\n": types.PaletteOrganizationsDocument,
    "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n": types.PaletteKeyFragmentDoc,
    "\n  query PaletteSearch($organization: String!, $project: String!, $inProject: Boolean!, $search: String!) {\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 6, search: $search) { nodes { id name slug } }\n      apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      everyProject: projects(first: 30) {\n        nodes { id name slug workflows(first: 4, search: $search) { nodes { id name slug } } }\n      }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        name\n        slug\n        workflows(first: 6, search: $search) { nodes { id name slug } }\n        apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n": types.PaletteSearchDocument,
    "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt } }\n    }\n  }\n": types.ProjectCardFragmentDoc,
    "\n  query Projects($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ProjectsDocument,
    "\n  query Project($organization: String!, $slug: String!) {\n    organization(slug: $organization) {\n      id\n      project(slug: $slug) { id name slug viewerRole viewerPermissions }\n    }\n  }\n": types.ProjectDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { id name slug }\n  }\n": types.CreateProjectDocument,
    "\n  query Session {\n    server { version setupRequired }\n    viewer {\n      __typename\n      ... on User { id name email }\n      ... on ApiKey { id }\n    }\n  }\n": types.SessionDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { user { id } }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut { signOut }\n": types.SignOutDocument,
    "\n  mutation Setup($input: SetupInput!) {\n    setup(input: $input) { user { id } }\n  }\n": types.SetupDocument,
    "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n  }\n": types.WorkflowRowFragmentDoc,
    "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.WorkflowsDocument,
    "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) {\n        id\n        name\n        slug\n        description\n        targetUrl\n        createdAt\n        createdBy { kind name }\n      }\n    }\n  }\n": types.WorkflowDocument,
    "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n": types.CreateWorkflowDocument,
    "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { execution { id } }\n  }\n": types.TriggerWorkflowDocument,
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
export function gql(source: "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { previousPreview previousExpiresAt }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usage(days: 30) { date accepted denied }\n    viewerCanDelete\n  }\n"): (typeof documents)["\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    description\n    preview\n    level\n    kind\n    role\n    access\n    project { id name slug }\n    selectedProjects { id name slug }\n    status\n    expiryPolicy\n    expiresAt\n    createdAt\n    createdBy { kind name user { id } }\n    owner { id name }\n    lastUsedAt\n    rotation { previousPreview previousExpiresAt }\n    revokedAt\n    revokedBy { name }\n    revokeReason\n    usage(days: 30) { date accepted denied }\n    viewerCanDelete\n  }\n"];
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
export function gql(source: "\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name } } } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationSample($organization: ID!) {\n    organization(id: $organization) {\n      id\n      projects(first: 5) {\n        edges { cursor node { id name workflows(first: 1) { edges { cursor node { id name } } } } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query ProjectSample($project: ID!) {\n    project(id: $project) {\n      id\n      name\n      workflows(first: 1) { edges { cursor node { id name } } }\n    }\n  }\n"];
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
export function gql(source: "\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!, $reason: String) {\n    revokeApiKey(input: { id: $id, reason: $reason }) { id status revokedAt revokedBy { name } revokeReason }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n  }\n"): (typeof documents)["\n  fragment ExecutionRow on Execution {\n    id\n    status\n    createdAt\n    startedAt\n    finishedAt\n    triggeredBy { kind name }\n    workflow { id name slug }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectExecutions($project: ID!, $filter: ExecutionFilter, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      executions(filter: $filter, first: $first, after: $after) {\n        edges { cursor node { ...ExecutionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    input\n    output\n    error { code message }\n    nextAttemptAt\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n"): (typeof documents)["\n  fragment ExecutionDetails on Execution {\n    ...ExecutionRow\n    project { id name slug }\n    input\n    output\n    error { code message }\n    nextAttemptAt\n    attempts {\n      number\n      startedAt\n      finishedAt\n      responseStatus\n      durationMs\n      error { code message }\n    }\n  }\n"];
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
export function gql(source: "\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n"): (typeof documents)["\n  query ExplorerSample {\n    organizations(first: 1) {\n      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }\n    }\n  }\n"];
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
export function gql(source: "\n  query PaletteOrganizations {\n    organizations(first: 50) { nodes { id name slug } }\n  }\n"): (typeof documents)["\n  query PaletteOrganizations {\n    organizations(first: 50) { nodes { id name slug } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n"): (typeof documents)["\n  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PaletteSearch($organization: String!, $project: String!, $inProject: Boolean!, $search: String!) {\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 6, search: $search) { nodes { id name slug } }\n      apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      everyProject: projects(first: 30) {\n        nodes { id name slug workflows(first: 4, search: $search) { nodes { id name slug } } }\n      }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        name\n        slug\n        workflows(first: 6, search: $search) { nodes { id name slug } }\n        apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteSearch($organization: String!, $project: String!, $inProject: Boolean!, $search: String!) {\n    organization(slug: $organization) {\n      id\n      name\n      slug\n      projects(first: 6, search: $search) { nodes { id name slug } }\n      apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      everyProject: projects(first: 30) {\n        nodes { id name slug workflows(first: 4, search: $search) { nodes { id name slug } } }\n      }\n      project(slug: $project) @include(if: $inProject) {\n        id\n        name\n        slug\n        workflows(first: 6, search: $search) { nodes { id name slug } }\n        apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt } }\n    }\n  }\n"): (typeof documents)["\n  fragment ProjectCard on Project {\n    id\n    name\n    slug\n    createdAt\n    apiKeys(first: 1) { totalCount }\n    workflows(first: 1) { totalCount }\n    executions(first: 1) {\n      edges { cursor node { id status createdAt } }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Projects($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Projects($organization: ID!, $first: Int!, $after: String) {\n    organization(id: $organization) {\n      id\n      projects(first: $first, after: $after) {\n        edges { cursor node { ...ProjectCard } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
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
export function gql(source: "\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n  }\n"): (typeof documents)["\n  fragment WorkflowRow on Workflow {\n    id\n    name\n    slug\n    description\n    targetUrl\n    executions(first: 1) { edges { cursor node { id status createdAt } } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Workflows($project: ID!, $first: Int!, $after: String) {\n    project(id: $project) {\n      id\n      workflows(first: $first, after: $after) {\n        edges { cursor node { ...WorkflowRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) {\n        id\n        name\n        slug\n        description\n        targetUrl\n        createdAt\n        createdBy { kind name }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Workflow($project: ID!, $slug: String!) {\n    project(id: $project) {\n      id\n      workflow(slug: $slug) {\n        id\n        name\n        slug\n        description\n        targetUrl\n        createdAt\n        createdBy { kind name }\n      }\n    }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n"): (typeof documents)["\n  mutation CreateWorkflow($input: CreateWorkflowInput!) {\n    createWorkflow(input: $input) { signingSecret workflow { id name slug } }\n  }\n"];
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { execution { id } }\n  }\n"): (typeof documents)["\n  mutation TriggerWorkflow($input: TriggerWorkflowInput!) {\n    triggerWorkflow(input: $input) { execution { id } }\n  }\n"];

export function gql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;