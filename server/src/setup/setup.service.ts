import { createHash, timingSafeEqual } from "node:crypto";
import { slugFrom } from "@postern/shared";
import * as audit from "../audit/audit.service.js";
import type { UserPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { ServerFact } from "../database/server-fact.entity.js";
import { inTransaction } from "../database/unit-of-work.js";
import { forbidden, PosternError } from "../errors.js";
import { sampleReceiverUrl } from "../execution/deliver.js";
import { newId } from "../ids.js";
import * as organizations from "../organization/organization.service.js";
import * as projects from "../project/project.service.js";
import type { SessionPayload } from "../session/session.inputs.js";
import * as sessions from "../session/session.service.js";
import { hashPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";
import { version } from "../version.js";
import * as workflows from "../workflow/workflow.service.js";
import type { ServerInfo, SetupInput } from "./setup.inputs.js";

/** What everyone may know of the server. */
export async function serverInfo(ctx: Context): Promise<ServerInfo> {
  const setupRequired = await isSetupRequired(ctx);
  return { version, setupRequired, defaultRateLimitPerMinute: ctx.config.defaultRateLimit };
}

export async function isSetupRequired(ctx: Pick<Context, "db">): Promise<boolean> {
  return !(await ctx.db.existsBy(ServerFact, { name: "setup_completed_at" }));
}

/**
 * Makes the first administrator and organization and signs the administrator in. FORBIDDEN without the
 * token, CONFLICT once it was done; of two at once, one wins.
 */
export async function setup(ctx: Context, input: SetupInput): Promise<SessionPayload> {
  if (!(await isSetupRequired(ctx))) throw alreadySetUp();
  if (!sameText(input.token, ctx.setupToken)) {
    throw forbidden(
      "The set-up token is wrong. Open the link that this server printed when it was last started; every server has its own, unless SETUP_TOKEN is set.",
    );
  }
  const passwordHash = await hashPassword(input.password);
  const user = await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    await ctx.db
      .insert(ServerFact, { name: "setup_completed_at", value: now.toISOString() })
      .catch(onDuplicate(alreadySetUp));
    const user = Object.assign(new User(), {
      id: newId("user"),
      email: input.email,
      name: input.name,
      createdAt: now,
    });
    await ctx.db.insert(User, { ...user, passwordHash });
    const principal: UserPrincipal = { kind: "USER", userId: user.id, sessionId: "", name: user.name };
    const asUser = { ...ctx, principal };
    await audit.record(asUser, "user.create", { id: user.id, name: user.email });
    await firstOrganization(asUser, input);
    return user;
  });
  return sessions.begin(ctx, { user, passwordHash });
}

async function firstOrganization(ctx: Context, input: SetupInput): Promise<void> {
  const organization = await organizations.create(ctx, {
    name: input.organizationName,
    slug: slugFrom(input.organizationName) || "organization",
  });
  if (!input.sampleProject) return;
  const project = await projects.create(ctx, { organizationId: organization.id, name: "Sample project" });
  await workflows.create(ctx, {
    projectId: project.id,
    name: "Say hello",
    description: "Delivers to a receiver that is part of Postern, so that there is something to try.",
    targetUrl: sampleReceiverUrl(ctx.config.publicUrl),
  });
}

const alreadySetUp = () => new PosternError("CONFLICT", "Postern is set up already. Sign in instead.");

/** Compares in a time that tells nothing of how much was right. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
