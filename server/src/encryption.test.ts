import { Encryption, encryptionKeyId } from "./encryption.js";

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const OTHER_KEY = Buffer.from(KEY).fill(1, 31);
const PLACE = "proj_1/workflow.signingSecret/wf_1";
const encryption = new Encryption(() => [KEY]);

const TEXTS: [what: string, text: string][] = [
  ["nothing", ""],
  ["a short text", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  ["every script", "Größe 🔑 鍵 \0"],
  ["much", "x".repeat(100_000)],
];

test.each(TEXTS)("%s comes back as it was sealed", (_, text) => {
  expect(encryption.open(encryption.seal(text, PLACE), PLACE)).toBe(text);
});

test("a record says with which version and key it was made, and nothing of the text", () => {
  const text = "a text that is easy to recognise";
  const record = encryption.seal(text, PLACE);
  const [version, keyId, body, ...more] = record.split(".");
  expect([version, keyId, more]).toEqual(["v1", encryption.keyId, []]);
  expect(body).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(Buffer.from(body ?? "", "base64url")).toHaveLength(12 + 16 + text.length);
  expect(Buffer.from(body ?? "", "base64url").toString("latin1")).not.toContain("recognise");
});

test("the same text is sealed differently each time, with a nonce of its own", () => {
  const nonces = Array.from({ length: 1000 }, () =>
    Buffer.from(encryption.seal("text", PLACE).split(".")[2] ?? "", "base64url").toString("hex", 0, 12),
  );
  expect(new Set(nonces).size).toBe(1000);
});

test("another key does not open a record, and the error names both keys but neither's bytes", () => {
  const other = new Encryption(() => [OTHER_KEY]);
  expect(() => other.open(encryption.seal("text", PLACE), PLACE)).toThrow(
    `Encrypted with key ${encryption.keyId}, but the server has ${other.keyId}.`,
  );
});

test("another key does not open a record that claims to be its own", () => {
  const other = new Encryption(() => [OTHER_KEY]);
  const forged = encryption.seal("text", PLACE).replace(encryption.keyId, other.keyId);
  expect(() => other.open(forged, PLACE)).toThrow("authenticate");
});

const OTHER_PLACES = [
  "",
  "proj_1/workflow.signingSecret/wf_2",
  "proj_2/workflow.signingSecret/wf_1",
  `${PLACE} `,
];

test.each(OTHER_PLACES)("a record moved to %j does not open", (place) => {
  const record = encryption.seal("text", PLACE);
  expect(() => encryption.open(record, place)).toThrow("authenticate");
});

test("a record of which any one bit of any byte was changed does not open", () => {
  const [version, keyId, body = ""] = encryption.seal("text", PLACE).split(".");
  const bytes = Buffer.from(body, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const record = `${version}.${keyId}.${changed.toString("base64url")}`;
    expect(() => encryption.open(record, PLACE)).toThrow("authenticate");
  }
});

test("a record that was cut short does not open, wherever it was cut", () => {
  const record = encryption.seal("text", PLACE);
  for (let length = 0; length < record.length; length++) {
    expect(() => encryption.open(record.slice(0, length), PLACE)).toThrow();
  }
});

const sealed = encryption.seal("text", PLACE);
const GARBAGE: [what: string, record: string][] = [
  ["nothing", ""],
  ["the text itself", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  ["dots", "..."],
  ["a record of another version", sealed.replace("v1", "v2")],
  ["a record without its version", sealed.slice(3)],
  ["a record without a body", `v1.${encryption.keyId}.`],
  ["a record whose body is no base64url", `v1.${encryption.keyId}.!!!!`],
  ["a record with more behind it", `${sealed}AAAA`],
  ["a record with a fourth part", `${sealed}.AAAA`],
  ["two records", `${sealed}${sealed}`],
];

test.each(GARBAGE)("%s does not open", (_, record) => {
  expect(() => encryption.open(record, PLACE)).toThrow();
});

test("a key's id is the same at every start, differs from key to key, and is no part of the key", () => {
  expect(encryptionKeyId(KEY)).toMatch(/^[0-9a-f]{8}$/);
  expect(new Encryption(() => [Buffer.from(KEY)]).keyId).toBe(encryptionKeyId(KEY));
  expect(encryptionKeyId(OTHER_KEY)).not.toBe(encryptionKeyId(KEY));
  expect(KEY.toString("hex")).not.toContain(encryptionKeyId(KEY));
});

test("records of an earlier version of the server still open", () => {
  // Sealed when the format was decided; whoever changes the format has to keep reading it.
  expect(encryption.open(RECORD_OF_V1, PLACE)).toBe("kept since the first version");
});
const RECORD_OF_V1 =
  "v1.ba12251a.2vJdD-WYYdFEbqcwm0WCN96IjbtCQBC6EhTf2FaWl1T7nyt9JIi_x0YRG1XeYEiVznITG0awC7A";

test.each([0, 16, 31, 33, 64])("a key of %i bytes is refused", (bytes) => {
  expect(() => new Encryption(() => [Buffer.alloc(bytes)])).toThrow("An encryption key has 32 bytes.");
});

/** A ring of these keys, and the hand that changes it. */
function ring(...keys: Buffer[]) {
  const held = { keys, readings: 0 };
  return {
    held,
    encryption: new Encryption(() => {
      held.readings++;
      return held.keys;
    }),
  };
}

test("of a ring the first key seals, and every one opens", () => {
  const old = new Encryption(() => [OTHER_KEY]).seal("older", PLACE);
  const { encryption } = ring(KEY, OTHER_KEY);
  expect(encryption.keyIds).toEqual([encryptionKeyId(KEY), encryptionKeyId(OTHER_KEY)]);
  expect(encryption.open(old, PLACE)).toBe("older");
  const fresh = encryption.seal("newer", PLACE);
  expect(fresh).toMatch(new RegExp(`^v1\\.${encryptionKeyId(KEY)}\\.`));
  expect([encryption.needsRewrap(old), encryption.needsRewrap(fresh)]).toEqual([true, false]);
  expect(() => encryption.needsRewrap("whsec_plain")).toThrow("Not an encrypted record.");
});

test("a record of a key that the ring lacks makes it look again, once, and then names what it has", () => {
  const { held, encryption } = ring(KEY);
  const foreign = new Encryption(() => [OTHER_KEY]).seal("text", PLACE);
  held.readings = 0;
  expect(() => encryption.open(foreign, PLACE)).toThrow(
    `Encrypted with key ${encryptionKeyId(OTHER_KEY)}, but the server has ${encryptionKeyId(KEY)}.`,
  );
  expect(held.readings).toBe(1);
  held.keys = [OTHER_KEY, KEY];
  expect(encryption.open(foreign, PLACE)).toBe("text");
  expect(encryption.keyId).toBe(encryptionKeyId(OTHER_KEY));
});

test("nothing is sealed with a key that was dropped in the meantime", () => {
  const { held, encryption } = ring(KEY);
  held.keys = [OTHER_KEY];
  expect(encryption.seal("text", PLACE)).toContain(`.${encryptionKeyId(OTHER_KEY)}.`);
});

test("one key of a ring does not open what claims to be another's", () => {
  const { encryption } = ring(KEY, OTHER_KEY);
  const forged = encryption.seal("text", PLACE).replace(encryptionKeyId(KEY), encryptionKeyId(OTHER_KEY));
  expect(() => encryption.open(forged, PLACE)).toThrow("authenticate");
});

test("a ring without a key is none", () => {
  expect(() => new Encryption(() => [])).toThrow("There is no encryption key.");
});
