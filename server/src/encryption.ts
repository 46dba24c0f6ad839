import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Names a key without giving anything of it away: the first eight hex digits of its SHA-256. */
export const encryptionKeyId = (key: Buffer): string =>
  createHash("sha256").update("postern encryption key").update(key).digest("hex").slice(0, 8);

/**
 * Keeps secrets that must be readable again (AES-256-GCM, NIST SP 800-38D; a random 96-bit nonce each).
 * `place` names tenant, table, column and row, and is bound in: a record moved elsewhere does not open.
 * A record reads `v1.<key id>.<base64url of nonce, tag and text>`.
 */
export class Encryption {
  readonly keyId: string;

  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new Error("An encryption key has 32 bytes.");
    this.keyId = encryptionKeyId(key);
  }

  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.key, iv).setAAD(this.bound(place));
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return `${VERSION}.${this.keyId}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
  }

  /** Throws when the record was made with another key, for another place, or was changed. */
  open(record: string, place: string): string {
    const [version, keyId, body, ...more] = record.split(".");
    if (version !== VERSION || body === undefined || more.length > 0)
      throw new Error("Not an encrypted record.");
    if (keyId !== this.keyId)
      throw new Error(`Encrypted with key ${keyId}, but the server has ${this.keyId}.`);
    const bytes = Buffer.from(body, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", this.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(this.bound(place))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  }

  private bound(place: string): Buffer {
    return Buffer.from(`${VERSION}:${this.keyId}:${place}`, "utf8");
  }
}
