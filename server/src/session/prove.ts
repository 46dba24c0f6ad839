import ipaddr from "ipaddr.js";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "../context.js";
import { rateLimited } from "../errors.js";
import { verifyPassword } from "../user/password.js";
import { User } from "../user/user.entity.js";

/** A user who has shown the password, and the hash with which it was compared. */
export interface ProvenUser {
  user: User;
  passwordHash: string;
}

// Tries are counted per address, and per account and address: whoever guesses is slowed down, and nobody
// can lock somebody else out of an account from afar.
const perAddress = new RateLimiterMemory({ keyPrefix: "address", points: 50, duration: 15 * 60 });
const perAccount = new RateLimiterMemory({ keyPrefix: "account", points: 10, duration: 15 * 60 });

/**
 * The user of this e-mail address, if the password is right; null for a wrong address or password alike.
 * RATE_LIMITED after ten failures from one place in a quarter of an hour.
 */
export async function provePassword(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<ProvenUser | null> {
  const address = placeOf(ctx.ip);
  const account = `${email} ${address}`;
  await countTry(address, account);
  const known = await ctx.db.findOne(User, { where: { email }, select: { id: true, passwordHash: true } });
  if (!(await verifyPassword(password, known?.passwordHash ?? null)) || known === null) {
    return null;
  }
  await Promise.all([perAddress.reward(address), perAccount.delete(account)]);
  return { user: await ctx.db.findOneByOrFail(User, { id: known.id }), passwordHash: known.passwordHash };
}

/** Who has an IPv6 address usually has 2^64 of them (RFC 4291, 2.5.4), which count as one place. */
function placeOf(ip: string | null): string {
  if (ip === null) return "unknown";
  const address = ipaddr.process(ip);
  return address.kind() === "ipv4" ? ip : `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}`;
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
