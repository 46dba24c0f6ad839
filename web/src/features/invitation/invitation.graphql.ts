import { gql } from "../../gql/index.js";

export const OfferedInvitationDocument = gql(`
  query OfferedInvitation($token: String!) {
    invitation(token: $token) { organizationName email role invitedBy expiresAt }
    viewer { __typename ... on User { id name email } }
  }
`);

export const AcceptInvitationDocument = gql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { user { id } }
  }
`);
