import type { OrganizationRole } from "../gql/graphql.js";

const AS: Record<OrganizationRole, string> = { OWNER: "an owner", ADMIN: "an admin", MEMBER: "a member" };

export const invitationText = {
  title: (organization: string) => `Join ${organization}`,
  lead: (invitedBy: string, role: OrganizationRole) => `${invitedBy} invites you as ${AS[role]}.`,
  until: "The invitation holds until",
  context: "Invitation",
  overTitle: "This invitation does not work",
  over: "It may have been used or revoked, it may be older than seven days, or the link may be incomplete. Ask whoever sent it for a new one.",
  overSignIn: "Go to sign-in",
  overHome: "Go to your organizations",
  which: "Your account",
  isNew: "I am new here",
  isKnown: "I have one",
  email: "E-mail",
  emailHint: "The invitation is for this address.",
  name: "Your name",
  newPassword: "Choose a password",
  newPasswordHint: "12 characters or more; a few words are easier to keep than symbols.",
  password: "Your password",
  knownHint: "The password of the account that this address has here already.",
  missingPassword: "Give your password.",
  signedInAs: (name: string) => `You are signed in as ${name}. Your password confirms that it is you.`,
  submit: "Join",
  failed: "You have not joined yet",
  maybeKnown: "If this address has an account here already, choose “I have one” and give its password.",
  otherTitle: "This invitation is for somebody else",
  other: (viewer: string, email: string) => `You are signed in as ${viewer}; the invitation is for ${email}.`,
  otherNext:
    "If that is you as well, sign out and go on. If not, leave the link to the person it was meant for.",
  otherSignOut: "Sign out and go on",
  otherStay: "Stay signed in",
};
