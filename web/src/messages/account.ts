import { count } from "./counting.js";

export const accountText = {
  title: "Account",
  lead: "What belongs to you, in every organization.",
  you: "You",
  youLead: "Name and e-mail are set when an account is made, and stay.",
  name: "Name",
  email: "E-mail",
  since: "Account since",
  memberOf: "Member of",
  noOrganization: "No organization",

  password: "Password",
  passwordLead: "A change ends your sessions in every other browser.",
  current: "Current password",
  missingCurrent: "Give your current password.",
  next: "New password",
  nextHint: "12 characters or more; a few words are easier to keep than symbols.",
  same: "Choose one that is not the current password.",
  change: "Change password",
  changeFailed: "The password was not changed",
  changed: "Your password was changed. Sessions in other browsers ended.",

  sessions: "Sessions",
  sessionsLead:
    "Where you are signed in. A session ends after 12 hours without use, and after 30 days at the latest.",
  sessionsLabel: "Your sessions",
  thisBrowser: "This browser",
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  unknownDevice: "Unknown browser",
  unknownIp: "unknown address",
  from: (device: string, ip: string) => `of ${device} from ${ip}`,
  lastSeen: "last seen",
  signedIn: "signed in",
  end: "End",
  endOf: (where: string) => `End the session ${where}`,
  endOthers: "End all others",
  endFailed: "The session was not ended",
  ended: "The session was ended.",
  endedOthers: (amount: number) => `${count(amount, "session was", "sessions were")} ended.`,

  keys: "Your personal keys",
  keysLead:
    "They act as you, and never with more than your own rights. They stop when you leave the organization.",
  keysNone: "None yet. Make one on the page of a project's API keys.",
  keysLabel: (organization: string) => `Your personal keys in ${organization}`,
  keysAll: "All projects of the organization",
  keysMore: (amount: number) =>
    `${count(amount, "more key is", "more keys are")} in the list of the organization.`,
  lastUsed: "used",
  expires: "expires",
  neverExpires: "never expires",
};
