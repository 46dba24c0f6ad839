import { gql } from "../../gql/index.js";

export const ExplorerSampleDocument = gql(`
  query ExplorerSample {
    organizations(first: 1) {
      nodes { id projects(first: 5) { nodes { id workflows(first: 1) { nodes { id } } } } }
    }
  }
`);
