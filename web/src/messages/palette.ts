import type { ApiKeyStatus } from "../gql/graphql.js";
import { count } from "./counting.js";

export const paletteText = {
  open: "Search",
  title: "Search and commands",
  field: "Search projects, workflows, keys and commands",
  placeholder: "Search or type a command…",
  results: "Results",
  found: (amount: number) => (amount === 0 ? "Nothing found" : count(amount, "result", "results")),
  searching: "Searching",
  nothing: "Nothing found",
  nothingLead: (query: string) =>
    `No project, workflow, key or command that you may see matches “${query}”. Try fewer letters.`,
  secretTitle: "That was a key",
  secret:
    "It was taken out of the field and sent nowhere. To learn whose key it is, paste it into the search of the API keys page.",
  groups: {
    recent: "Recent",
    page: "On this page",
    projects: "Projects",
    workflows: "Workflows",
    keys: "API keys",
    organizations: "Organizations",
    go: "Go to",
    commands: "Commands",
  },
  keyIn: { organization: "Organization key", project: (name: string) => `Key of ${name}` },
  status: {
    ACTIVE: "",
    DISABLED: "disabled",
    EXPIRED: "expired",
    REVOKED: "revoked",
    OWNER_INACTIVE: "owner inactive",
  } satisfies Record<ApiKeyStatus, string>,
  hints: { move: "to move", choose: "to open", close: "to close" },
  newOrganizationKey: (name: string) => `New API key in ${name}`,
  newProjectKey: (name: string) => `New API key in ${name}`,
  scheme: { light: "Light colors", dark: "Dark colors", auto: "Colors of the system" },
};
