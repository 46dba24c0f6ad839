import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const KEY_BYTES = 32;

/** A new signing secret in the form of Standard Webhooks 1.0: `whsec_` and the key's bytes in base64. */
export const newSigningSecret = (): string => PREFIX + randomBytes(KEY_BYTES).toString("base64");

/** The headers that let a receiver prove where a delivery comes from and that nobody changed it. */
export interface SignatureHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/**
 * Signs one delivery as Standard Webhooks 1.0 says: HMAC-SHA256 over `id.timestamp.body`, the timestamp in
 * whole seconds, one signature for each secret with a space between them, so that a receiver may hold either
 * while they change (github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export function sign(
  signingSecrets: readonly string[],
  id: string,
  sentAt: Date,
  body: string,
): SignatureHeaders {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = signingSecrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
