import { gql } from "../../gql/index.js";

export const ProjectCardFragment = gql(`
  fragment ProjectCard on Project {
    id
    name
    slug
    createdAt
    apiKeys(filter: { kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }
    workflows(first: 1) { totalCount }
    lastDay: executions(filter: { since: $since }, first: 1) { totalCount }
    failures: executions(filter: { since: $since, status: [FAILED] }, first: 1) { totalCount }
    executions(first: 1) {
      edges { cursor node { id status createdAt workflow { id name } } }
    }
  }
`);

export const ProjectsDocument = gql(`
  query Projects($organization: ID!, $first: Int!, $after: String, $since: DateTimeISO!) {
    organization(id: $organization) {
      id
      projects(first: $first, after: $after) {
        edges { cursor node { ...ProjectCard } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const ProjectDocument = gql(`
  query Project($organization: String!, $slug: String!) {
    organization(slug: $organization) {
      id
      project(slug: $slug) { id name slug viewerRole viewerPermissions }
    }
  }
`);

export const CreateProjectDocument = gql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { id name slug }
  }
`);

export const UpdateProjectDocument = gql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) { id name slug }
  }
`);

/** What goes with a project. */
export const ProjectContentsDocument = gql(`
  query ProjectContents($project: ID!) {
    project(id: $project) {
      id
      keys: apiKeys(filter: { level: PROJECT, kinds: [SERVICE, PERSONAL] }, first: 1) { totalCount }
      flows: workflows(first: 1) { totalCount }
      open: executions(filter: { status: [QUEUED, RUNNING] }, first: 1) { totalCount }
    }
  }
`);

export const DeleteProjectDocument = gql(`
  mutation DeleteProject($id: ID!) { deleteProject(id: $id) }
`);
