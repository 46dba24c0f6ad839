import type { OrganizationRole } from "../gql/graphql.js";

export const organizationsText = {
  title: "Organizations",
  create: "New organization",
  createTitle: "New organization",
  name: "Name",
  created: (name: string) => `${name} was created.`,
  empty: "You belong to no organization yet",
  emptyLead: "Create one to make projects, workflows and API keys, or ask an owner to add you to theirs.",
  roles: { OWNER: "Owner", ADMIN: "Admin", MEMBER: "Member" } satisfies Record<OrganizationRole, string>,
};
