import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, Database } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { ServerFact } from "../database/server-fact.entity.js";
import type { Encryption } from "../encryption.js";

/** The fact that keeps it, and the place that its encryption is bound to. */
export const COMPLETION_SECRET = "completion_secret";

/**
 * The secret that completion tokens are made with, from the database; made at the first start. It belongs to
 * the database and not to a process, so that any server takes a token that another one sent.
 */
export async function loadCompletionSecret(database: Database, encryption: Encryption): Promise<Buffer> {
  await database
    .transaction((db) =>
      db.insert(ServerFact, {
        name: COMPLETION_SECRET,
        value: encryption.seal(newSecret(), COMPLETION_SECRET),
      }),
    )
    .catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
  const { value } = await database.read.findOneByOrFail(ServerFact, { name: COMPLETION_SECRET });
  return Buffer.from(encryption.open(value, COMPLETION_SECRET), "base64");
}

const newSecret = (): string => randomBytes(32).toString("base64");

/**
 * What a target proves with that an execution was delivered to it: `pst_c_` and 64 hex digits, the same in
 * each attempt. It opens nothing but the end of this one execution.
 */
export const completionToken = ({ completionSecret }: Context, executionId: string): string =>
  `pst_c_${createHmac("sha256", completionSecret).update(executionId).digest("hex")}`;

/** Compares in a time that tells nothing of how much was right. */
export function isCompletionToken(ctx: Context, executionId: string, token: string): boolean {
  const right = Buffer.from(completionToken(ctx, executionId));
  const given = Buffer.from(token);
  return given.length === right.length && timingSafeEqual(given, right);
}
