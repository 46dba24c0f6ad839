import { POLICY_LIFETIME_MAX_DAYS } from "@postern/shared";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput, type FieldFault } from "../errors.js";
import { requireOrganization } from "../organization/organization.access.js";
import { Organization } from "../organization/organization.entity.js";
import type { UpdateApiKeyPolicyInput } from "./api-key.inputs.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The organization's rules for keys, as its row keeps them. */
export type KeyPolicy = Pick<Organization, "maxLifetimeDays" | "requireAllowedIps">;

/** The latest end that a key may have under the policy; null: any, and none. */
export const latestEnd = (policy: KeyPolicy, now: Date): Date | null =>
  policy.maxLifetimeDays === null ? null : new Date(now.getTime() + policy.maxLifetimeDays * DAY_MS);

/** Refuses a new or changed key that breaks the organization's rules, with the limit in the message. */
export async function requirePolicyKept(
  ctx: Context,
  organizationId: string,
  key: { expiresAt: Date | null; allowedIps: readonly string[] | null },
): Promise<void> {
  const policy = await ctx.db.findOneByOrFail(Organization, { id: organizationId });
  const faults: FieldFault[] = [];
  const latest = latestEnd(policy, ctx.clock());
  if (latest !== null && (key.expiresAt === null || key.expiresAt > latest)) {
    faults.push({
      path: "input.expiry",
      message: `The organization's policy allows at most ${policy.maxLifetimeDays} days; choose an end by ${latest.toISOString()}.`,
    });
  }
  if (policy.requireAllowedIps && !key.allowedIps?.length) {
    faults.push({
      path: "input.allowedIps",
      message: "The organization's policy demands at least one allowed IP range.",
    });
  }
  if (faults.length > 0) throw badUserInput(faults);
}

/** Changes the rules. Keys that break them go on working until someone changes them; see `violations`. */
export async function updatePolicy(ctx: Context, input: UpdateApiKeyPolicyInput): Promise<Organization> {
  return inTransaction(ctx, async (ctx) => {
    const organization = await requireOrganization(ctx, input.organizationId, "policy:manage");
    const { maxLifetimeDays: days } = input;
    if (days != null && (days < 1 || days > POLICY_LIFETIME_MAX_DAYS)) {
      throw badUserInput([
        {
          path: "input.maxLifetimeDays",
          message: `Give 1 to ${POLICY_LIFETIME_MAX_DAYS} days, or null for no limit.`,
        },
      ]);
    }
    const changed: Partial<KeyPolicy> = {
      ...(days !== undefined && { maxLifetimeDays: days }),
      ...(input.requireAllowedIps != null && { requireAllowedIps: input.requireAllowedIps }),
    };
    const changes = audit.differences(organization, changed);
    if (changes === null) return organization;
    await ctx.db.update(Organization, { id: organization.id }, changed);
    const { id, name } = organization;
    await audit.record(ctx, "apiKeyPolicy.update", { id, name, organizationId: id }, changes);
    return Object.assign(organization, changed);
  });
}
