import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Database } from "../context.js";
import { type Encryption, keyIdOf, recordStart } from "../encryption.js";
import { StartError } from "../errors.js";
import { SEALED, type SealedColumn } from "./columns.js";

/** Rows in one transaction: few, so that nobody waits long for them. */
const AT_ONCE = 100;

/** What one small transaction did. */
export interface Step {
  /** Records that are now sealed with the present key. */
  rewrapped: number;
  /** Records that no key of the ring opens; they stay as they are. */
  unreadable: number;
}

/**
 * Seals every record that an older key sealed with the present one, a small transaction at a time. Whatever
 * stops it, what is done is done, and the next run finds the rest.
 */
export async function* rewrap(
  database: Database,
  encryption: Encryption,
  columns = SEALED,
): AsyncGenerator<Step, void> {
  for (const column of columns) {
    let after: string | null = "";
    while (after !== null) {
      const from: string = after;
      const step = await database.transaction((db) => rewrapSome(db, encryption, column, from));
      if (step.rewrapped + step.unreadable > 0) yield step;
      after = step.last;
    }
  }
}

async function rewrapSome(
  db: EntityManager,
  encryption: Encryption,
  column: SealedColumn,
  after: string,
): Promise<Step & { last: string | null }> {
  const id = idOf(db, column);
  const rows = await olderRecords(db, column, encryption.keyId)
    .andWhere(`held.${id} > :after`, { after })
    .orderBy(`held.${id}`, "ASC")
    .take(AT_ONCE)
    .getMany();
  let rewrapped = 0;
  let unreadable = 0;
  for (const row of rows) {
    const older: string = row[column.property];
    const fresh = resealed(encryption, older, column.place(row));
    if (fresh === null) unreadable++;
    // The old text in the condition: what somebody else has changed meanwhile is newer than what was read.
    else {
      const criteria = { [id]: row[id], [column.property]: older };
      const { affected } = await db.update(column.entity, criteria, { [column.property]: fresh });
      rewrapped += affected ?? 0;
    }
  }
  return { rewrapped, unreadable, last: rows.length < AT_ONCE ? null : rows.at(-1)?.[id] };
}

function resealed(encryption: Encryption, record: string, place: string): string | null {
  let text: string;
  try {
    text = encryption.open(record, place);
  } catch {
    return null;
  }
  return encryption.seal(text, place);
}

/** How many records are not sealed with this key. */
export async function countOlder(db: EntityManager, keyId: string, columns = SEALED): Promise<number> {
  let count = 0;
  for (const column of columns) count += await olderRecords(db, column, keyId).getCount();
  return count;
}

/** StartError when a record names a key that the server does not have: it took one away too early. */
export async function refuseUnknownKeys(
  db: EntityManager,
  encryption: Encryption,
  columns = SEALED,
): Promise<void> {
  for (const column of columns) {
    const query = records(db, column).andWhere(`held.${column.property} LIKE :form`, {
      form: sealedWith("________"),
    });
    encryption.keyIds.forEach((keyId, n) => {
      query.andWhere(`held.${column.property} NOT LIKE :known${n}`, { [`known${n}`]: sealedWith(keyId) });
    });
    const row = await query.limit(1).getOne();
    if (row === null) continue;
    throw new StartError(
      `The database holds records that encryption key ${keyIdOf(row[column.property])} sealed, but this server has ${encryption.keyIds.join(", ")}. Put that key back into ENCRYPTION_KEY_PREVIOUS, or restore the encryption.key that holds it.`,
    );
  }
}

const olderRecords = (db: EntityManager, column: SealedColumn, keyId: string) =>
  records(db, column).andWhere(`held.${column.property} NOT LIKE :present`, { present: sealedWith(keyId) });

const records = (
  db: EntityManager,
  { entity, property, where }: SealedColumn,
): SelectQueryBuilder<ObjectLiteral> =>
  db
    .createQueryBuilder(entity, "held")
    .where({ ...where })
    .andWhere(`held.${property} IS NOT NULL`);

const sealedWith = (keyId: string): string => `${recordStart(keyId)}%`;

function idOf(db: EntityManager, { entity }: SealedColumn): string {
  const [primary, ...more] = db.connection.getMetadata(entity).primaryColumns;
  if (primary === undefined || more.length > 0) throw new Error("A sealed column's table needs one id.");
  return primary.propertyName;
}
