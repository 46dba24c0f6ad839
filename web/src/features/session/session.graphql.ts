import { gql } from "../../gql/index.js";

export const SessionDocument = gql(`
  query Session {
    server { version setupRequired }
    viewer {
      __typename
      ... on User { id name email }
      ... on ApiKey { id }
    }
  }
`);

export const SignInDocument = gql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { user { id } }
  }
`);

export const SignOutDocument = gql(`
  mutation SignOut { signOut }
`);

export const SetupDocument = gql(`
  mutation Setup($input: SetupInput!) {
    setup(input: $input) { user { id } }
  }
`);
