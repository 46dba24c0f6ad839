import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Names a key without giving anything of it away: the first eight hex digits of its SHA-256. */
export const encryptionKeyId = (key: Buffer): string =>
  createHash("sha256").update("postern encryption key").update(key).digest("hex").slice(0, 8);

/** How every record begins that was sealed with the key of that id. */
export const recordStart = (keyId: string): string => `${VERSION}.${keyId}.`;

/** The id of the key that a record says it was sealed with. Throws when the text is no record. */
export function keyIdOf(record: string): string {
  const [version, keyId, body, ...more] = record.split(".");
  if (version !== VERSION || !keyId || body === undefined || more.length > 0)
    throw new Error("Not an encrypted record.");
  return keyId;
}

/** Where the keys come from: the one that seals, then older ones that still open. */
export type KeySource = () => readonly Buffer[];

/**
 * Keeps secrets that must be readable again (AES-256-GCM, NIST SP 800-38D; a random 96-bit nonce each).
 * `place` names tenant, table, column and row, and is bound in: a record moved elsewhere does not open.
 * A record reads `v1.<key id>.<base64url of nonce, tag and text>`.
 *
 * The keys form a ring, of which the first one seals. They are read again before each sealing and whenever a
 * record names a key that is not known yet, so that a process follows a rotation that another one began.
 */
export class Encryption {
  private ring: ReadonlyMap<string, Buffer>;

  constructor(private readonly source: KeySource) {
    this.ring = ringOf(source());
  }

  /** The key that seals. */
  get keyId(): string {
    return this.keyIds[0] ?? "";
  }

  /** Every key that opens, the one that seals first. */
  get keyIds(): string[] {
    return [...this.ring.keys()];
  }

  /** Takes up what has changed where the keys come from. */
  refresh(): void {
    this.ring = ringOf(this.source());
  }

  seal(text: string, place: string): string {
    this.refresh();
    const { keyId } = this;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.key(keyId), iv).setAAD(bound(keyId, place));
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return recordStart(keyId) + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
  }

  /** Throws when the record was made with an unknown key, for another place, or was changed. */
  open(record: string, place: string): string {
    const keyId = keyIdOf(record);
    if (!this.ring.has(keyId)) this.refresh();
    const bytes = Buffer.from(record.slice(recordStart(keyId).length), "base64url");
    const decipher = createDecipheriv("aes-256-gcm", this.key(keyId), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(bound(keyId, place))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  }

  /** Whether a record was sealed with another key than the one that seals now. */
  needsRewrap(record: string): boolean {
    return keyIdOf(record) !== this.keyId;
  }

  private key(keyId: string): Buffer {
    const key = this.ring.get(keyId);
    if (key === undefined)
      throw new Error(`Encrypted with key ${keyId}, but the server has ${this.keyIds.join(", ")}.`);
    return key;
  }
}

function ringOf(keys: readonly Buffer[]): ReadonlyMap<string, Buffer> {
  if (keys.length === 0) throw new Error("There is no encryption key.");
  if (keys.some((key) => key.length !== 32)) throw new Error("An encryption key has 32 bytes.");
  return new Map(keys.map((key) => [encryptionKeyId(key), key]));
}

const bound = (keyId: string, place: string): Buffer => Buffer.from(`${VERSION}:${keyId}:${place}`, "utf8");
