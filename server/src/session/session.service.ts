import { createHash, randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import * as audit from "../audit/audit.service.js";
import { ANONYMOUS, type Principal, type UserPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { rateLimited, wrongCredentials } from "../errors.js";
import { newId } from "../ids.js";
import { verifyPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";
import { Session } from "./session.entity.js";
import type { SessionPayload, SignInInput } from "./session.inputs.js";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** A session ends when it was not used for so long… */
const IDLE_MS = 12 * HOUR_MS;
/** …and at the latest after so long. */
const LIFETIME_MS = 30 * 24 * HOUR_MS;

// Tries are counted per address, and per account and address: whoever guesses is slowed down, and nobody
// can lock somebody else out of an account from afar.
const perAddress = new RateLimiterMemory({ keyPrefix: "address", points: 50, duration: 15 * 60 });
const perAccount = new RateLimiterMemory({ keyPrefix: "account", points: 10, duration: 15 * 60 });

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Signs a person in and sets the session's cookie. UNAUTHENTICATED for a wrong address or password alike;
 * RATE_LIMITED after ten failures from one place in a quarter of an hour.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SessionPayload> {
  const address = ctx.ip ?? "unknown";
  const account = `${input.email} ${address}`;
  await countTry(address, account);
  const known = await ctx.db.findOne(User, {
    where: { email: input.email },
    select: { id: true, passwordHash: true },
  });
  if (!(await verifyPassword(input.password, known?.passwordHash ?? null)) || known === null) {
    throw wrongCredentials();
  }
  await Promise.all([perAddress.reward(address), perAccount.delete(account)]);
  return begin(ctx, await ctx.db.findOneByOrFail(User, { id: known.id }));
}

/** Counts a try before it is made, so that many at once count as many; a right one is given back. */
async function countTry(address: string, account: string): Promise<void> {
  try {
    await perAccount.consume(account);
    await perAddress.consume(address);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    const seconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    throw rateLimited(`Too many sign-ins from here. Try again in ${Math.ceil(seconds / 60)} min.`, seconds);
  }
}

/**
 * Begins a session of a user who has proved who they are: always a new token, never one that came in. The
 * rest of the request is theirs.
 */
export async function begin(ctx: Context, user: User): Promise<SessionPayload> {
  const token = randomBytes(32).toString("base64url");
  const now = ctx.clock();
  const session: Session = {
    id: newId("session"),
    tokenHash: hashToken(token),
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    ip: ctx.ip,
  };
  const principal: UserPrincipal = { kind: "USER", userId: user.id, sessionId: session.id, name: user.name };
  await inTransaction({ ...ctx, principal }, async (ctx) => {
    await ctx.db.insert(Session, session);
    await audit.record(ctx, "session.create", { id: session.id, name: user.email });
  });
  ctx.cookie.set(token, session.expiresAt);
  become(ctx, principal);
  return { user };
}

/** Ends the caller's session. True also when there was none. */
export async function signOut(ctx: Context): Promise<boolean> {
  const { principal } = ctx;
  if (principal.kind !== "USER") return true;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.delete(Session, { id: principal.sessionId, userId: principal.userId });
    await audit.record(ctx, "session.end", { id: principal.sessionId, name: principal.name });
  });
  ctx.cookie.clear();
  become(ctx, ANONYMOUS);
  return true;
}

/** What follows in the same request is done, and seen, as this principal. */
function become(ctx: Context, principal: Principal): void {
  ctx.principal = principal;
  ctx.loaders.clear();
}

/** The user behind a session's cookie; null when the session is over or was never one. */
export async function authenticateSession(ctx: Context, token: string): Promise<UserPrincipal | null> {
  const session = await ctx.db.findOneBy(Session, { tokenHash: hashToken(token) });
  const now = ctx.clock();
  if (session === null || now >= session.expiresAt) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= IDLE_MS) return null;
  const user = await ctx.db.findOneBy(User, { id: session.userId });
  if (user === null) return null;
  await markSeen(ctx, session, now);
  return { kind: "USER", userId: user.id, sessionId: session.id, name: user.name };
}

/** Moves the idle end on, at most once a minute. */
async function markSeen(ctx: Context, session: Session, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < MINUTE_MS) return;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(Session, { id: session.id }, { lastSeenAt: now });
  });
}

/** The signed-in user's own row; null for everyone else. */
export async function viewer(ctx: Context): Promise<User | null> {
  return ctx.principal.kind === "USER" ? ctx.db.findOneBy(User, { id: ctx.principal.userId }) : null;
}
