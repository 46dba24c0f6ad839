// Every text that a person reads, in one place: a second language is another object of this shape. What the
// server says about its refusals comes in its own words and is not repeated here.
import type {
  ActorKind,
  ApiKeyRole,
  ExecutionStatus,
  OrganizationRole,
  ProjectAccess,
} from "../gql/graphql.js";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const count = (amount: number, one: string, many: string) =>
  `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;

const common = {
  product: "Postern",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  delete: "Delete",
  retry: "Retry",
  loading: "Loading",
  optional: "optional",
  skipToContent: "Skip to content",
  dismiss: "Dismiss",
  home: "Postern, home",
  showPassword: "Show password",
};

const errors = {
  title: "This could not be loaded",
  network: "No answer from the server. Check the connection, then try again.",
  unreadable: "The server's answer could not be read. Try again in a moment.",
  internal: "Something went wrong on the server.",
  retryAfter: (seconds: number) => `Try again in ${count(seconds, "second", "seconds")}.`,
  requestId: "Request id",
  requestIdHint: "The server's log has the details under this id.",
  goneTitle: "No longer here",
  gone: "It was deleted meanwhile, or you may no longer see it.",
  formTitle: "This was not saved",
  unexpectedTitle: "This page stopped working",
  unexpected: "Loading it again usually helps.",
  reload: "Load again",
};

const notFound = {
  title: "Nothing here",
  page: "This address leads nowhere. It may have been mistyped, or what it named may be gone.",
  organization: "There is no such organization, or you are not a member of it.",
  project: "There is no such project in this organization, or you may not see it.",
  workflow: "There is no such workflow in this project.",
  execution: "There is no such execution in this project.",
  home: "Go to your organizations",
};

const shell = {
  navigation: "Main",
  breadcrumbs: "You are here",
  projects: "Projects",
  apiKeys: "API keys",
  workflows: "Workflows",
  account: (name: string) => `Account of ${name}`,
  organizations: "All organizations",
  signOut: "Sign out",
  colorScheme: "Color scheme",
  schemes: { light: "Light", dark: "Dark", auto: "System" },
};

const signIn = {
  title: "Sign in",
  lead: "API keys and workflows of your organization.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  missingPassword: "Give your password.",
  failed: "Sign-in failed",
};

const setup = {
  title: "Set up Postern",
  lead: "Make the first account and the first organization. You own both.",
  recognized: "Set-up link recognized. It works once, and only until this form is sent.",
  token: "Set-up token",
  tokenHint: "The server printed it, with a link, when it started for the first time.",
  missingToken: "Paste the set-up token.",
  account: "Your account",
  name: "Your name",
  email: "E-mail",
  password: "Password",
  passwordHint: "12 characters or more; a few words are easier to keep than symbols.",
  organization: "Your organization",
  organizationName: "Name of the organization",
  sample: "Add a sample project and workflow",
  sampleHint: "Something to look at and to try a key on. You can ignore it later.",
  submit: "Set up",
  failed: "Set-up did not happen",
};

const paging = {
  shown: (shown: number, total: number) =>
    shown >= total
      ? `Showing all ${total.toLocaleString("en")}`
      : `Showing ${shown} of ${total.toLocaleString("en")}`,
  more: "Load more",
};

const slug = {
  label: "Short name in addresses",
  hint: "Made from the name unless you choose one.",
};

const organizations = {
  title: "Organizations",
  create: "New organization",
  createTitle: "New organization",
  name: "Name",
  created: (name: string) => `${name} was created.`,
  empty: "You belong to no organization yet",
  emptyLead: "Create one to make projects, workflows and API keys, or ask an owner to add you to theirs.",
  roles: { OWNER: "Owner", ADMIN: "Admin", MEMBER: "Member" } satisfies Record<OrganizationRole, string>,
};

const projects = {
  title: "Projects",
  create: "New project",
  createTitle: "New project",
  createSubmit: "Create project",
  name: "Name",
  nameHint: "A system or a team, such as Billing or CRM.",
  created: (name: string) => `${name} was created.`,
  empty: "No projects yet",
  emptyLead:
    "A project holds workflows and the keys that trigger them. Start with one for each system you connect.",
  emptyLocked: "Owners and admins create projects. Once somebody adds you to one, it shows up here.",
  keys: (amount: number) => count(amount, "key", "keys"),
  workflows: (amount: number) => count(amount, "workflow", "workflows"),
  neverRan: "Nothing has run yet",
};

const workflows = {
  title: "Workflows",
  create: "New workflow",
  createTitle: "New workflow",
  createSubmit: "Create workflow",
  name: "Name",
  nameHint: "What it does, such as Sync contacts.",
  description: "Description",
  targetUrl: "Target URL",
  targetUrlHint: "Postern sends each trigger's input here, signed, as an HTTP POST.",
  empty: "No workflows yet",
  emptyLead:
    "A workflow delivers what a caller sends to a URL of yours, signed, and tries again when that fails.",
  emptyLocked: "Editors and admins of the project create workflows.",
  neverRan: "Not run yet",
  lastRun: (workflow: string, status: string) => `${status}, last execution of ${workflow}`,
  deliversTo: "Delivers to",
  id: "Id",
  createdBy: "Created",
  trigger: "Trigger by hand",
  triggerHint: "Starts one execution as you, with this input.",
  triggerLocked: "Your role in this project reads workflows and does not start them.",
  input: "Input (JSON)",
  inputHint: "Leave it empty to send none.",
  triggerSubmit: "Trigger workflow",
  triggered: "Execution started.",
  accepted: "The workflow was triggered.",
  jsonSyntax: (detail: string) => `This is not JSON: ${detail}.`,
  jsonSize: "Use at most 256 KiB of JSON.",
  jsonDepth: "Nest at most 32 levels deep.",
  triggerFailed: "The workflow was not triggered",
  code: "Trigger it from code",
  codeHint: "Put a key that covers this project into POSTERN_API_KEY.",
  secretTitle: "Signing secret",
  secretLead: (name: string) =>
    `${name} was created. Its deliveries are signed with this secret; your target checks them with it.`,
  copySecret: "Copy secret",
  receiverLead: "What the target does with it, by a Standard Webhooks library.",
};

const executions = {
  title: "Recent executions",
  empty: "Nothing has run yet",
  emptyLead: "Trigger a workflow by hand or with an API key; every run shows up here.",
  emptyWorkflow: "Trigger it by hand on this page, or with an API key.",
  status: {
    QUEUED: "Queued",
    RUNNING: "Running",
    SUCCEEDED: "Succeeded",
    FAILED: "Failed",
    CANCELED: "Canceled",
  } satisfies Record<ExecutionStatus, string>,
  columns: {
    status: "Status",
    workflow: "Workflow",
    triggeredBy: "Triggered by",
    started: "Started",
  },
  pageTitle: (workflow: string) => `Execution of ${workflow}`,
  id: "Id",
  workflow: "Workflow",
  triggeredBy: "Triggered by",
  createdAt: "Accepted",
  finishedAt: "Finished",
  nextAttempt: "Next attempt",
  unfinished: "Not yet",
  attempts: "Attempts",
  attempt: (number: number) => `Attempt ${number}`,
  attemptsNone: "No attempt yet. The first one starts as soon as a worker is free.",
  answered: (status: number) => `HTTP ${status}`,
  noAnswer: "No answer",
  underway: "Under way",
  input: "Input",
  inputNone: "Triggered without input.",
  output: "Output",
  outputNone: "The target answered without a body.",
  outputPending: "Not there yet.",
  outputFailed: "No output: the execution failed.",
  error: "Why it failed",
  actorKind: { USER: "Person", API_KEY: "API key", SYSTEM: "Postern" } satisfies Record<ActorKind, string>,
};

const apiKeys = {
  organizationTitle: "API keys",
  projectTitle: "API keys",
  tabs: { organization: "Organization keys", projects: "Project keys" },
  tabsLabel: "Level of the keys",
  organizationLead: "These keys work in all projects, or in the projects you select.",
  projectsLead: "Keys that belong to one project each.",
  projectLead: "Keys that work in this project: its own, and those inherited from the organization.",
  create: "New API key",
  createTitle: { ORGANIZATION: "New organization key", PROJECT: "New project key" },
  createSubmit: "Create key",
  createFor: (project: string) => `New key for ${project}`,
  chooseProject: "Choose a project to create a key in it.",
  createLocked: "Admins of the project create its keys.",
  filterProject: "Project",
  filterAll: "All projects",
  filterClear: "Show all projects",
  locked: "Organization keys reach across projects, so only owners and admins of the organization see them.",
  lockedTitle: "Owners and admins only",
  lockedNext: "The keys of your projects are listed in each project.",
  listLocked: "Your role in this project does not read its keys.",
  empty: "No keys yet",
  emptyOrganization:
    "Create one for a caller that works across projects. A caller of one project gets a key of that project.",
  emptyProject: "Create one for the system that shall trigger this project's workflows.",
  emptyProjects: "Keys that belong to a single project appear here. Open a project to create one.",
  columns: {
    name: "Name",
    preview: "Key",
    role: "Role",
    access: "Access",
    status: "Status",
    expires: "Expires",
    created: "Created",
    actions: "Actions",
  },
  caption: "API keys",
  roles: { TRIGGER: "Trigger", VIEWER: "Viewer", PRIVILEGED: "Privileged" } satisfies Record<
    ApiKeyRole,
    string
  >,
  roleHints: {
    TRIGGER: "Starts workflows and reads the executions it started.",
    VIEWER: "Also reads the project: its workflows and all executions.",
    PRIVILEGED: "Also changes the project and its workflows.",
  } satisfies Record<ApiKeyRole, string>,
  roleNote: "No key reaches keys or members.",
  access: {
    ALL_PROJECTS: "All projects",
    SELECTED_PROJECTS: "Selected projects",
  } satisfies Record<ProjectAccess, string>,
  accessHints: {
    ALL_PROJECTS: "Also those that are made later.",
    SELECTED_PROJECTS: "These and no others, whatever is made later.",
  } satisfies Record<ProjectAccess, string>,
  selectedCount: (amount: number) => count(amount, "project", "projects"),
  selectedNone: "No project",
  selectedNoneHint: "Its projects are gone, so it works nowhere.",
  showProjects: (name: string, amount: number) =>
    `Show the ${count(amount, "project", "projects")} of ${name}`,
  inherited: "Managed by the organization",
  inheritedLink: "Open the organization's keys",
  inheritedHint: "Inherited: it works here and is changed only at the organization.",
  never: "Never",
  by: (name: string) => `by ${name}`,
  status: {
    active: "Active",
    soon: "Expires soon",
    expired: "Expired",
    disabled: "Disabled",
    revoked: "Revoked",
    ownerInactive: "Owner inactive",
    protected: "Protected",
  },
  statusHints: {
    active: "It works.",
    soon: (when: string) => `It stops working ${when}.`,
    expired: (when: string) => `It stopped working ${when}.`,
    disabled: "It does not work until somebody enables it again.",
    revoked: "It was stopped for good.",
    ownerInactive: "The user whom it stands for has left or lost every right it needs.",
    protected: "It belongs to the project: nobody can change or stop it.",
  },
  deleteLabel: (name: string) => `Delete ${name}`,
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteLead: (preview: string) =>
    `Every call with ${preview}… is refused from the next request on. Past executions keep its name.`,
  deleteFinal: "This cannot be undone.",
  deleteSubmit: "Delete key",
  deleted: (name: string) => `${name} was deleted.`,
  alreadyDeleted: (name: string) => `${name} was already deleted.`,
  deleteFailed: "The key was not deleted",
};

const newApiKey = {
  name: "Name",
  nameHint: "Who will use it. Without a name it goes by its id.",
  description: "Description",
  role: "What it may do",
  access: "Where it works",
  projects: "Projects",
  projectsPlaceholder: "Search projects",
  projectsNone: "No project matches.",
  projectsMissing: "Select at least one project.",
  expiry: "When it stops working",
  expiryOptions: {
    DAYS_7: "7 days",
    DAYS_14: "14 days",
    DAYS_30: "30 days",
    DAYS_60: "60 days",
    DAYS_90: "90 days",
    CUSTOM: "Date",
    NEVER: "Never",
  },
  expiryDate: "Date and time, in your time zone",
  expiryMissing: "Choose a date and a time.",
  expiryMoment: (local: string, utc: string) => `Stops working on ${local} (${utc}).`,
  expiryNever:
    "It works until somebody deletes it. Choose an end unless a person looks at this key regularly; a forgotten one is a door left open.",
  sentence: (role: ApiKeyRole, where: string, until: string | null) =>
    `${sentenceVerbs[role]} ${where} ${until === null ? "until somebody deletes it" : `until ${until}`}.`,
  allProjects: "in all projects, also later ones,",
  inProjects: (names: string[]) =>
    names.length > 3
      ? `in ${names.slice(0, 2).join(", ")} and ${names.length - 2} more projects`
      : `in ${and.format(names)}`,
  noProjects: "in no project yet",
  untilUnknown: "a date you choose",
  secretTitle: "Your new key",
  secretLead: (name: string) => `${name} was created.`,
  copyKey: "Copy key",
  test: "Test this key",
  testWorks: (name: string, role: string) => `It works. The server knows it as ${name}, role ${role}.`,
  testRefused: (message: string) => `The server refused it: ${message}`,
  testSilent: "No answer from the server. Check the connection, then test again.",
  sampleMissing: "There is no workflow yet. Put a workflow's id in place of WORKFLOW_ID.",
  sampleFor: (workflow: string, project: string) => `Triggers ${workflow} in ${project}.`,
};

const sentenceVerbs: Record<ApiKeyRole, string> = {
  TRIGGER: "Can trigger workflows",
  VIEWER: "Can trigger and read workflows",
  PRIVILEGED: "Can trigger, read and change workflows",
};

const oneTimeSecret = {
  once: "This is the only time it is shown. Store it where your secrets live.",
  copyEnv: "Copy as .env line",
  copyFailed: "The browser did not allow copying. Select the text and copy it by hand.",
  examples: "Use it",
  close: "Close",
  uncopied: "You have not copied it, and it cannot be shown again.",
  goBack: "Go back",
  closeAnyway: "Close without copying",
  secret: "Secret",
};

const code = { curl: "curl", javascript: "JavaScript", label: "Code examples", copy: "Copy code" };

export const messages = {
  common,
  errors,
  notFound,
  shell,
  signIn,
  setup,
  paging,
  slug,
  organizations,
  projects,
  workflows,
  executions,
  apiKeys,
  newApiKey,
  oneTimeSecret,
  code,
};
