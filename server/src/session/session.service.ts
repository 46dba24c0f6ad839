import { randomBytes } from "node:crypto";
import { MoreThan, Not } from "typeorm";
import * as audit from "../audit/audit.service.js";
import { ANONYMOUS, type Principal, type UserPrincipal } from "../auth/principal.js";
import { hashToken } from "../auth/token.js";
import type { Context } from "../context.js";
import { instantFromRaw } from "../database/raw.js";
import { inTransaction } from "../database/unit-of-work.js";
import { forbidden, notFound, unauthenticated, wrongCredentials } from "../errors.js";
import { isId, newId } from "../ids.js";
import { User } from "../user/user.entity.js";
import { type ProvenUser, provePassword } from "./prove.js";
import { Session } from "./session.entity.js";
import type { SessionPayload, SignInInput } from "./session.inputs.js";
import { keptUserAgent } from "./user-agent.js";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** A session ends when it was not used for so long… */
const IDLE_MS = 12 * HOUR_MS;
/** …and at the latest after so long. */
const LIFETIME_MS = 30 * 24 * HOUR_MS;

/**
 * Signs a person in and sets the session's cookie. UNAUTHENTICATED for a wrong address or password alike;
 * RATE_LIMITED after ten failures from one place in a quarter of an hour.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SessionPayload> {
  const proven = await provePassword(ctx, input);
  if (proven === null) throw wrongCredentials();
  return begin(ctx, proven);
}

/**
 * Begins a session of a user who has proved who they are: always a new token, never one that came in. The
 * rest of the request is theirs.
 */
export async function begin(ctx: Context, proven: ProvenUser): Promise<SessionPayload> {
  const begun = await inTransaction(ctx, (ctx) => insertSession(ctx, proven));
  return handOver(ctx, begun);
}

/** A session that is written, but not yet in a cookie. */
export interface BegunSession {
  user: User;
  session: Session;
  token: string;
}

/**
 * Writes a new session. UNAUTHENTICATED when the password was changed since it was compared: that ends all
 * sessions, and one that was just about to begin must not outlive it.
 */
export async function insertSession(ctx: Context, { user, passwordHash }: ProvenUser): Promise<BegunSession> {
  const unchanged = await ctx.db.update(User, { id: user.id, passwordHash }, { passwordHash });
  if (unchanged.affected !== 1) throw wrongCredentials();
  const token = randomBytes(32).toString("base64url");
  const now = ctx.clock();
  const session = Object.assign(new Session(), {
    id: newId("session"),
    tokenHash: hashToken(token),
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    ip: ctx.ip,
    userAgent: keptUserAgent(ctx.userAgent),
  });
  await ctx.db.insert(Session, session);
  const asUser = { ...ctx, principal: principalOf(user, session) };
  await audit.record(asUser, "session.create", { id: session.id, name: user.email });
  return { user, session, token };
}

/** Gives the browser its session, once that is committed. */
export function handOver(ctx: Context, { user, session, token }: BegunSession): SessionPayload {
  ctx.cookie.set(token, session.expiresAt);
  become(ctx, principalOf(user, session));
  return { user };
}

const principalOf = (user: Pick<User, "id" | "name">, session: Pick<Session, "id">): UserPrincipal => ({
  kind: "USER",
  userId: user.id,
  sessionId: session.id,
  name: user.name,
});

/** Ends the caller's session. True also when there was none. */
export async function signOut(ctx: Context): Promise<boolean> {
  const { principal } = ctx;
  if (principal.kind !== "USER") return true;
  await inTransaction(ctx, (ctx) => endEach(ctx, [principal.sessionId]));
  return letGo(ctx);
}

/** Ends one of the caller's own sessions at once; the one that calls, too. NOT_FOUND for any other. */
export async function end(ctx: Context, id: string): Promise<boolean> {
  const { userId, sessionId } = requireUser(ctx);
  await inTransaction(ctx, async (ctx) => {
    const isOwn = isId("session", id) && (await ctx.db.existsBy(Session, { id, userId }));
    if (!isOwn || (await endEach(ctx, [id])) === 0) throw notFound("session");
  });
  return id === sessionId ? letGo(ctx) : true;
}

/** Ends all of the caller's sessions but the one that calls; how many there were. */
export async function endOthers(ctx: Context): Promise<number> {
  const { userId, sessionId } = requireUser(ctx);
  return inTransaction(ctx, async (ctx) => {
    const others = await ctx.db.findBy(Session, { userId, id: Not(sessionId) });
    return endEach(
      ctx,
      others.map(({ id }) => id),
    );
  });
}

/** Ends sessions, which are known to be the caller's own; how many of them were still there. */
export async function endEach(ctx: Context, ids: string[]): Promise<number> {
  const { userId, name } = requireUser(ctx);
  let ended = 0;
  for (const id of ids) {
    const { affected } = await ctx.db.delete(Session, { id, userId });
    if (affected !== 1) continue;
    await audit.record(ctx, "session.end", { id, name });
    ended++;
  }
  return ended;
}

function letGo(ctx: Context): true {
  ctx.cookie.clear();
  become(ctx, ANONYMOUS);
  return true;
}

/** A person's own sessions that are not over, the last used first; null when somebody else asks. */
export async function sessionsOf(ctx: Context, user: User): Promise<Session[] | null> {
  if (ctx.principal.kind !== "USER" || ctx.principal.userId !== user.id) return null;
  const now = ctx.clock();
  return ctx.db.find(Session, {
    where: {
      userId: user.id,
      expiresAt: MoreThan(now),
      lastSeenAt: MoreThan(new Date(now.getTime() - IDLE_MS)),
    },
    order: { lastSeenAt: "DESC", id: "DESC" },
  });
}

export const isCurrent = ({ principal }: Context, session: Session): boolean =>
  principal.kind === "USER" && principal.sessionId === session.id;

/** The caller, who must be a person: no key has an account. */
export function requireUser({ principal }: Context): UserPrincipal {
  if (principal.kind === "USER") return principal;
  if (principal.kind === "ANONYMOUS") throw unauthenticated("MISSING");
  throw forbidden("Only signed-in users have a password and sessions; an API key never does.");
}

/** What follows in the same request is done, and seen, as this principal. */
function become(ctx: Context, principal: Principal): void {
  ctx.principal = principal;
  ctx.loaders.clear();
}

const LOOK_UP = `
  SELECT s.id, s.last_seen_at, s.expires_at, u.id AS user_id, u.name AS user_name
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = ?`;

/** The user behind a session's cookie; null when the session is over, on whatever node, or was never one. */
export async function authenticateSession(ctx: Context, token: string): Promise<UserPrincipal | null> {
  const live = await liveSession(ctx, token);
  if (live === null) return null;
  if (live.idleMs >= MINUTE_MS) await markSeen(ctx, live.id, ctx.clock());
  return live.principal;
}

/** The same for a call that goes on. To look on is no use of a session: it does not put its idle end off. */
export async function recognizeSession(ctx: Context, token: string): Promise<UserPrincipal | null> {
  return (await liveSession(ctx, token))?.principal ?? null;
}

interface LiveSession {
  id: string;
  idleMs: number;
  principal: UserPrincipal;
}

async function liveSession(ctx: Context, token: string): Promise<LiveSession | null> {
  const [row] = await ctx.db.query(ctx.database.upToDate(LOOK_UP), [hashToken(token)]);
  if (row === undefined) return null;
  const now = ctx.clock();
  const idleMs = now.getTime() - (instantFromRaw(row.last_seen_at)?.getTime() ?? 0);
  if (hasEnded(instantFromRaw(row.expires_at), now) || idleMs >= IDLE_MS) return null;
  const { id } = row;
  return { id, idleMs, principal: principalOf({ id: row.user_id, name: row.user_name }, { id }) };
}

const hasEnded = (end: Date | null, now: Date): boolean => end === null || now >= end;

/** Moves the idle end on. */
async function markSeen(ctx: Context, id: string, now: Date): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(Session, { id }, { lastSeenAt: now });
  });
}

/** The signed-in user's own row; null for everyone else. */
export async function viewer(ctx: Context): Promise<User | null> {
  return ctx.principal.kind === "USER" ? ctx.db.findOneBy(User, { id: ctx.principal.userId }) : null;
}
