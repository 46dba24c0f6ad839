import { createHash } from "node:crypto";
import { type IdKind, idFromUuid } from "../ids.js";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Chance that comes out the same each time: mulberry32, for looks only, never for a secret that counts. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 to just below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** True in so many of a hundred. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  /** One of the values, each as often as its weight says. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T {
    let rest = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return (weighted.at(-1) as readonly [T, number])[0];
  }

  /** An id as it would have been made then, so that ids sort by time as they do elsewhere. */
  id(kind: IdKind, at: Date): string {
    const bytes = Buffer.alloc(16);
    bytes.writeUIntBE(at.getTime(), 0, 6);
    for (let offset = 6; offset < 14; offset += 4) bytes.writeUInt32BE(this.below(2 ** 32), offset);
    bytes.writeUInt16BE(this.below(2 ** 16), 14);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6); // version 7
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // RFC 9562's variant
    return idFromUuid(kind, bytes);
  }
}

/** The 32 random characters of a seeded secret: the same for the same text. */
export function secretCharacters(text: string): string {
  const bytes = createHash("sha512").update(text).digest();
  let characters = "";
  for (let i = 0; i < 64; i += 2) characters += BASE62.charAt(bytes.readUInt16BE(i) % 62);
  return characters;
}
