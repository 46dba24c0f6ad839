import {
  ALLOWED_IPS_MAX,
  type ExpiryPolicy,
  expiryInstant,
  expiryProblem,
  type ProjectAccess,
  RATE_LIMIT_MAX,
  SELECTED_PROJECTS_MAX,
} from "@postern/shared";
import { In, IsNull } from "typeorm";
import type { Context } from "../context.js";
import { badUserInput, type FieldFault } from "../errors.js";
import { Project } from "../project/project.entity.js";
import type { ExpiryInput } from "./api-key.inputs.js";
import { normalizeRange } from "./ip-ranges.js";

// The settings of a key, checked; a new key and a changed one come through here alike.

export interface Expiry {
  expiryPolicy: ExpiryPolicy;
  expiresAt: Date | null;
}

/** The end that the input chooses, counted from now. */
export function checkedExpiry(input: ExpiryInput, now: Date): Expiry {
  const custom = input.expiresAt ?? null;
  const problem = expiryProblem(input.policy, custom, now);
  if (problem !== null) throw badUserInput([{ path: "input.expiry.expiresAt", message: problem }]);
  return { expiryPolicy: input.policy, expiresAt: expiryInstant(input.policy, custom, now) };
}

/** The ranges in their normal form, each once; null when there are none. */
export function checkedIps(input: readonly string[] | null | undefined): string[] | null {
  const path = "input.allowedIps";
  if (!input?.length) return null;
  if (input.length > ALLOWED_IPS_MAX)
    throw badUserInput([{ path, message: `Give at most ${ALLOWED_IPS_MAX} ranges.` }]);
  const ranges = input.map(normalizeRange);
  const faults = ranges.flatMap((range, index): FieldFault[] =>
    range === null
      ? [
          {
            path: `${path}.${index}`,
            message: "Give an address or a CIDR range, such as 203.0.113.0/24 or 2001:db8::/32.",
          },
        ]
      : [],
  );
  if (faults.length > 0) throw badUserInput(faults);
  return [...new Set(ranges.filter((range) => range !== null))];
}

/** Calls per minute; null: the server's default. */
export function checkedRate(input: number | null | undefined): number | null {
  if (input == null) return null;
  if (input >= 1 && input <= RATE_LIMIT_MAX) return input;
  throw badUserInput([
    { path: "input.rateLimitPerMinute", message: `Give 1 to ${RATE_LIMIT_MAX} calls per minute.` },
  ]);
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
