import { gql } from "../../gql/index.js";

export const PaletteOrganizationsDocument = gql(`
  query PaletteOrganizations {
    organizations(first: 50) { nodes { id name slug viewerPermissions } }
  }
`);

export const PaletteKeyFragment = gql(`
  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }
`);

// One refusal would take the whole answer away, so keys of the organization are asked for only by who may read
// them; everyone who sees a project may read its keys. Workflows are looked for in each of the projects that come first, and in the one that the reader is in.
export const PaletteSearchDocument = gql(`
  query PaletteSearch(
    $organization: String!
    $withKeys: Boolean!
    $project: String!
    $inProject: Boolean!
    $search: String!
  ) {
    organization(slug: $organization) {
      id
      name
      slug
      projects(first: 6, search: $search) { nodes { id name slug } }
      apiKeys(first: 6, filter: { search: $search }) @include(if: $withKeys) { nodes { ...PaletteKey } }
      everyProject: projects(first: 30) {
        nodes { id name slug workflows(first: 4, search: $search) { nodes { id name slug } } }
      }
      project(slug: $project) @include(if: $inProject) {
        id
        name
        slug
        workflows(first: 6, search: $search) { nodes { id name slug } }
        apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }
      }
    }
  }
`);
