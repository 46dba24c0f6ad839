import {
  ALLOWED_IPS_MAX,
  type ExpiryPolicy,
  expiryInstant,
  expiryProblem,
  IP_RANGE_WANTED,
  type ProjectAccess,
  RATE_LIMIT_MAX,
  SELECTED_PROJECTS_MAX,
} from "@postern/shared";
import { In, IsNull } from "typeorm";
import type { Context } from "../context.js";
import { badUserInput, type FieldFault } from "../errors.js";
import { Project } from "../project/project.entity.js";
import type { ExpiryInput, NewApiKeyInput } from "./api-key.inputs.js";
import { normalizeRange } from "./ip-ranges.js";

// The settings of a key, checked; a new key and a changed one come through here alike.

type Settings = Pick<NewApiKeyInput, "expiry" | "allowedIps" | "rateLimitPerMinute">;

export interface Expiry {
  expiryPolicy: ExpiryPolicy;
  expiresAt: Date | null;
}

/** Refuses what is wrong with a key's end, its ranges and its rate, all at once. */
export function checkSettings(
  { expiry, allowedIps, rateLimitPerMinute: rate }: Partial<Settings>,
  now: Date,
): void {
  const faults: FieldFault[] = [];
  const end = expiry && expiryProblem(expiry.policy, expiry.expiresAt ?? null, now);
  if (end) faults.push({ path: "input.expiry.expiresAt", message: end });
  if (allowedIps && allowedIps.length > ALLOWED_IPS_MAX)
    faults.push({ path: "input.allowedIps", message: `Give at most ${ALLOWED_IPS_MAX} ranges.` });
  if (rate != null && (rate < 1 || rate > RATE_LIMIT_MAX)) {
    const message = `Give 1 to ${RATE_LIMIT_MAX} calls per minute.`;
    faults.push({ path: "input.rateLimitPerMinute", message });
  }
  if (faults.length > 0) throw badUserInput(faults);
}

/** The end that the input chooses, counted from now. */
export const expiryOf = ({ policy, expiresAt }: ExpiryInput, now: Date): Expiry => ({
  expiryPolicy: policy,
  expiresAt: expiryInstant(policy, expiresAt ?? null, now),
});

/** The ranges in their normal form, each once; null when there are none. None is left out: that would widen the key. */
export function rangesOf(input: readonly string[] | null | undefined): string[] | null {
  if (!input?.length) return null;
  const ranges = input.map((text, index) => {
    const range = normalizeRange(text);
    if (range !== null) return range;
    throw badUserInput([{ path: `input.allowedIps.${index}`, message: IP_RANGE_WANTED }]);
  });
  return [...new Set(ranges)];
}

/** The projects that a key with this access names: all of them are the organization's, and there is one. */
export async function checkedProjects(
  ctx: Context,
  organizationId: string,
  access: ProjectAccess,
  projectIds: readonly string[] | null | undefined,
): Promise<string[]> {
  const refuse = (message: string) => badUserInput([{ path: "input.projectIds", message }]);
  const ids = [...new Set(projectIds ?? [])];
  if (access === "ALL_PROJECTS") {
    if (ids.length > 0) throw refuse("Leave it out: ALL_PROJECTS covers every project.");
    return [];
  }
  if (ids.length === 0) throw refuse("Name at least one project, or choose ALL_PROJECTS.");
  if (ids.length > SELECTED_PROJECTS_MAX) throw refuse(`Name at most ${SELECTED_PROJECTS_MAX} projects.`);
  const known = await ctx.db.countBy(Project, { id: In(ids), organizationId, deletedAt: IsNull() });
  if (known !== ids.length) {
    throw refuse(`${ids.length - known} of the ${ids.length} projects are not in this organization.`);
  }
  return ids;
}
