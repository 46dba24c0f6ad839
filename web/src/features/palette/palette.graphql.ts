import { gql } from "../../gql/index.js";

export const PaletteKeyFragment = gql(`
  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }
`);

export const PaletteWorkflowFragment = gql(`
  fragment PaletteWorkflow on Workflow { id name slug project { id name slug } }
`);

/** The organizations of somebody who has typed nothing yet. */
export const PaletteOrganizationsDocument = gql(`
  query PaletteOrganizations { organizations(first: 8) { nodes { id name slug } } }
`);

// Everyone who sees a project may read its keys; those of the organization are asked for only by who may read them.
export const PaletteSearchDocument = gql(`
  query PaletteSearch(
    $organization: String!
    $withKeys: Boolean!
    $project: String!
    $inProject: Boolean!
    $search: String!
  ) {
    organizations(first: 8, search: $search) { nodes { id name slug } }
    organization(slug: $organization) {
      id
      name
      slug
      projects(first: 8, search: $search) { nodes { id name slug } }
      workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }
      apiKeys(first: 8, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }
      project(slug: $project) @include(if: $inProject) {
        id
        slug
        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }
        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }
      }
    }
  }
`);

// Outside of an organization the reader's first ten are looked into at once; the others are found by name. Where
// they may not read the keys of one, that part alone is refused.
export const PaletteSearchAllDocument = gql(`
  query PaletteSearchAll($search: String!) {
    organizations(first: 8, search: $search) { nodes { id name slug } }
    searched: organizations(first: 10) {
      nodes {
        id
        name
        slug
        projects(first: 8, search: $search) { nodes { id name slug } }
        workflows(first: 8, search: $search) { nodes { ...PaletteWorkflow } }
        apiKeys(first: 8, filter: { search: $search }) { nodes { ...PaletteKey } }
      }
    }
  }
`);
