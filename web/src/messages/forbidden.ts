export const forbiddenText = {
  title: "You may not open this page",
  why: {
    organizationKeys:
      "Organization keys reach across projects, so only owners and admins see them. The keys of your projects are listed in each project.",
    audit: "Only owners and admins of the organization read its audit log.",
    projectKeys: "Your role in this project does not read its keys.",
    executions: "Your role in this project does not read its executions.",
  },
  ask: "To get the right, ask one of the organization's owners or admins: they give roles.",
  members: "See who they are",
};
