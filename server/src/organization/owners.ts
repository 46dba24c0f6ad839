import { MoreThan } from "typeorm";
import type { Context } from "../context.js";
import { PosternError } from "../errors.js";
import { Organization } from "./organization.entity.js";

// The count is changed by one statement that also decides, never by reading first: of two owners who remove
// each other at once, on whatever server, one stays.

/** One more member is OWNER. */
export async function countOwnerIn(ctx: Context, organizationId: string): Promise<void> {
  await ctx.db.increment(Organization, { id: organizationId }, "ownerCount", 1);
}

/** One member less is OWNER. CONFLICT when it is the last one. */
export async function countOwnerOut(ctx: Context, organizationId: string): Promise<void> {
  const { affected } = await ctx.db.decrement(
    Organization,
    { id: organizationId, ownerCount: MoreThan(1) },
    "ownerCount",
    1,
  );
  if (affected === 1) return;
  throw new PosternError(
    "CONFLICT",
    "This is the organization's last owner. Make another member OWNER first, or delete the organization.",
  );
}
