import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { newSigningSecret, sign } from "./signature.js";

const BODY = JSON.stringify({ type: "workflow.triggered", data: { input: { text: "Größe 🔑" } } });
const ID = "exec_01h455vb4pex5vsknk084sn02q";

test("the Standard Webhooks library verifies a delivery", () => {
  for (let i = 0; i < 50; i++) {
    const secret = newSigningSecret();
    expect(new Webhook(secret).verify(BODY, { ...sign([secret], ID, new Date(), BODY) })).toEqual(
      JSON.parse(BODY),
    );
  }
});

test("a delivery carries the three headers of the specification", () => {
  const headers = sign([newSigningSecret()], ID, new Date("2024-02-29T12:00:00.999Z"), BODY);
  expect(Object.keys(headers).sort()).toEqual(["webhook-id", "webhook-signature", "webhook-timestamp"]);
  expect(headers["webhook-id"]).toBe(ID);
  expect(headers["webhook-timestamp"]).toBe(String(Date.UTC(2024, 1, 29, 12) / 1000));
  expect(headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
});

test("the signature is the one that the specification's library makes", () => {
  // The secret, the id, the instant and the body of the library's own tests.
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const sentAt = new Date(1614265330_000);
  const headers = sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", sentAt, '{"test": 2432232314}');
  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

const secret = newSigningSecret();
const headers = sign([secret], ID, new Date(), BODY);
const FORGED: [what: string, secret: string, headers: Record<string, string>, body: string][] = [
  ["a body with a byte more", secret, { ...headers }, `${BODY} `],
  ["another body", secret, { ...headers }, BODY.replace("triggered", "Triggered")],
  ["no body", secret, { ...headers }, ""],
  ["another id", secret, { ...headers, "webhook-id": ID.replace("q", "r") }, BODY],
  [
    "another time",
    secret,
    { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) },
    BODY,
  ],
  ["another secret", newSigningSecret(), { ...headers }, BODY],
  [
    "a delivery of ten minutes ago",
    secret,
    { ...sign([secret], ID, new Date(Date.now() - 600_000), BODY) },
    BODY,
  ],
];

test.each(FORGED)("%s does not verify", (_, key, sent, body) => {
  expect(() => new Webhook(secret).verify(BODY, { ...headers })).not.toThrow();
  expect(() => new Webhook(key).verify(body, sent)).toThrow(WebhookVerificationError);
});

test("every signing secret is new, and holds 32 bytes", () => {
  const secrets = Array.from({ length: 100 }, newSigningSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const each of secrets) {
    expect(each).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(each.slice(6), "base64")).toHaveLength(32);
  }
});

test("while a secret rotates, a delivery verifies with either one and with no other", () => {
  const [newest, older, oldest] = [newSigningSecret(), newSigningSecret(), newSigningSecret()];
  const both = sign([newest, older], ID, new Date(), BODY);
  expect(both["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
  for (const held of [newest, older]) {
    expect(new Webhook(held).verify(BODY, { ...both })).toEqual(JSON.parse(BODY));
  }
  expect(() => new Webhook(oldest).verify(BODY, { ...both })).toThrow(WebhookVerificationError);
});
