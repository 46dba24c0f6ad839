import { GRACE_MAX_SECONDS, GRACE_SECONDS } from "@postern/shared";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput } from "../errors.js";
import { newSigningSecret } from "./signature.js";
import { requireWorkflow } from "./workflow.access.js";
import { Workflow } from "./workflow.entity.js";
import type { WorkflowPayload } from "./workflow.inputs.js";

type Owner = Pick<Workflow, "organizationId" | "id">;

/** Where a signing secret is kept, for the encryption to bind it to. */
export const signingSecretPlace = ({ organizationId, id }: Owner): string =>
  `${organizationId}/workflows/${id}/signing_secret`;

/** The same for the one before it. */
export const previousSigningSecretPlace = ({ organizationId, id }: Owner): string =>
  `${organizationId}/workflows/${id}/previous_signing_secret`;

/** The secrets that sign the workflow's deliveries now: the newest first, and the older one in its grace. */
export function signingSecretsOf(ctx: Context, workflow: Workflow): string[] {
  const newest = ctx.encryption.open(workflow.sealedSigningSecret, signingSecretPlace(workflow));
  const { sealedPreviousSigningSecret: older, previousSigningSecretExpiresAt: end } = workflow;
  if (older === null || end === null || ctx.clock() >= end) return [newest];
  return [newest, ctx.encryption.open(older, previousSigningSecretPlace(workflow))];
}

/**
 * A new signing secret, shown once. For `graceSeconds` (0 to 30 days) deliveries carry both signatures; of an
 * older rotation's secret nothing is left.
 */
export async function rotateSigningSecret(
  ctx: Context,
  id: string,
  graceSeconds: number | null | undefined,
): Promise<WorkflowPayload> {
  const grace = graceSeconds ?? GRACE_SECONDS;
  if (grace < 0 || grace > GRACE_MAX_SECONDS) {
    throw badUserInput([
      { path: "graceSeconds", message: `Give 0 to ${GRACE_MAX_SECONDS} seconds (30 days).` },
    ]);
  }
  return inTransaction(ctx, async (ctx) => {
    const workflow = await requireWorkflow(ctx, id, "workflow:write");
    const signingSecret = newSigningSecret();
    const current = ctx.encryption.open(workflow.sealedSigningSecret, signingSecretPlace(workflow));
    const rotated = {
      sealedSigningSecret: ctx.encryption.seal(signingSecret, signingSecretPlace(workflow)),
      sealedPreviousSigningSecret:
        grace === 0 ? null : ctx.encryption.seal(current, previousSigningSecretPlace(workflow)),
      previousSigningSecretExpiresAt: grace === 0 ? null : new Date(ctx.clock().getTime() + grace * 1000),
    };
    await ctx.db.update(Workflow, { id }, rotated);
    await audit.record(ctx, "workflow.rotateSigningSecret", workflow, { graceSeconds: grace });
    return { workflow: Object.assign(workflow, rotated), signingSecret };
  });
}
