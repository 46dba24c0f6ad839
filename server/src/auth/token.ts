import { createHash } from "node:crypto";

/** What is kept of a session's or an invitation's token: SHA-256, in hex. A token has 256 random bits. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
