import { gql } from "../../gql/index.js";

export const PaletteOrganizationsDocument = gql(`
  query PaletteOrganizations {
    organizations(first: 50) { nodes { id name slug } }
  }
`);

export const PaletteKeyFragment = gql(`
  fragment PaletteKey on ApiKey { id name preview level status project { id name slug } }
`);

// Workflows are looked for in each of the projects that come first, and in the one that the reader is in.
export const PaletteSearchDocument = gql(`
  query PaletteSearch($organization: String!, $project: String!, $inProject: Boolean!, $search: String!) {
    organization(slug: $organization) {
      id
      name
      slug
      projects(first: 6, search: $search) { nodes { id name slug } }
      apiKeys(first: 6, filter: { search: $search }) { nodes { ...PaletteKey } }
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
