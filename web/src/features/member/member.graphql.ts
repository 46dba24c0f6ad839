import { gql } from "../../gql/index.js";

export const MemberRowFragment = gql(`
  fragment MemberRow on Membership {
    id
    role
    createdAt
    user { id name email }
    projectRoles { role project { id name slug } }
  }
`);

export const MembersDocument = gql(`
  query Members($organization: ID!, $search: String, $first: Int!, $after: String) {
    viewer { ... on User { id } }
    organization(id: $organization) {
      id
      members(first: $first, after: $after, search: $search) {
        edges { cursor node { ...MemberRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const InvitationsDocument = gql(`
  query Invitations($organization: ID!) {
    organization(id: $organization) {
      id
      invitations { id email role expiresAt createdAt invitedBy { name } }
    }
  }
`);

/** Projects that a member can be given a role in, by a part of their name. */
export const MemberProjectsDocument = gql(`
  query MemberProjects($organization: ID!, $search: String, $first: Int!) {
    organization(id: $organization) {
      id
      projects(first: $first, search: $search) {
        edges { cursor node { id name slug } }
        totalCount
      }
    }
  }
`);

/** The keys of the organization that stand for a member, and stop with the membership. */
export const MemberKeysDocument = gql(`
  query MemberKeys($organization: ID!, $member: ID!) {
    organization(id: $organization) {
      id
      apiKeys(filter: { kind: PERSONAL, createdById: $member, status: [ACTIVE] }, first: 3) {
        edges { cursor node { id name } }
        totalCount
      }
    }
  }
`);

export const InviteMemberDocument = gql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) { url invitation { id email expiresAt } }
  }
`);

export const RevokeInvitationDocument = gql(`
  mutation RevokeInvitation($id: ID!) { revokeInvitation(id: $id) }
`);

export const UpdateMemberDocument = gql(`
  mutation UpdateMember($input: UpdateMemberInput!) {
    updateMember(input: $input) { ...MemberRow }
  }
`);

export const SetProjectRoleDocument = gql(`
  mutation SetProjectRole($input: SetProjectRoleInput!) {
    setProjectRole(input: $input) { ...MemberRow }
  }
`);

export const RemoveMemberDocument = gql(`
  mutation RemoveMember($id: ID!) { removeMember(id: $id) }
`);
