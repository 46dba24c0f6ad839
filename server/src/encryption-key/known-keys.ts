import type { EntityManager } from "typeorm";
import type { Database } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { ServerFact } from "../database/server-fact.entity.js";

const name = "encryption_key_id";
/** How many keys the database remembers; their ids fit into the fact's value. */
const REMEMBERED = 20;

/**
 * Ids of the keys that the database was written with: the present one, then those that it took over from.
 * Empty before the first start.
 */
export async function knownKeyIds(db: EntityManager): Promise<string[]> {
  const fact = await db.findOneBy(ServerFact, { name });
  return fact?.value.split(" ") ?? [];
}

/** Remembers the first key. Of two servers that start on a new database at once, one is first. */
export async function rememberFirstKey(database: Database, keyId: string): Promise<void> {
  await database
    .transaction((db) => db.insert(ServerFact, { name, value: keyId }))
    .catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
}

/**
 * Makes a key the present one, if the database has never had it. One that was left behind is not taken up
 * again: while servers restart one by one, those that still have the old order would lead it back and forth.
 */
export async function takeUpKey(db: EntityManager, keyId: string): Promise<void> {
  const known = await knownKeyIds(db);
  if (known.includes(keyId)) return;
  const value = [keyId, ...known].slice(0, REMEMBERED).join(" ");
  await db.update(ServerFact, { name, value: known.join(" ") }, { value });
}

/** Holds up every other change of the keys until this transaction ends. */
export async function lockKeys(db: EntityManager): Promise<void> {
  // SQLite's transactions exclude each other anyway.
  await db.query("UPDATE server_facts SET value = value WHERE name = ?", [name]);
}
