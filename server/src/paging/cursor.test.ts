import { PosternError } from "../errors.js";
import { decodeCursor, encodeCursor, type Position } from "./cursor.js";

const ID = "key_01h455vb4pex5vsknk084sn02q";
const POSITIONS: [what: string, kind: "time" | "text", position: Position][] = [
  ["a time", "time", { value: new Date("2024-02-29T12:34:56.789Z"), id: ID }],
  ["the epoch", "time", { value: new Date(0), id: ID }],
  ["a text", "text", { value: "nightly import", id: ID }],
  ["an empty text", "text", { value: "", id: ID }],
  ["a text that looks like a time", "text", { value: "2024-02-29T12:34:56.789Z", id: ID }],
  ["a text of every script", "text", { value: 'größe 🔑 鍵 "\\\n\u2028', id: ID }],
  ["a text cut in the middle of a character", "text", { value: "a\ud83d", id: ID }],
  ["a long text", "text", { value: "x".repeat(200), id: ID }],
];

test.each(POSITIONS)("%s comes back from its cursor as it was", (_, kind, position) => {
  const cursor = encodeCursor(position);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeCursor(cursor, kind)).toEqual(position);
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const TIME = "2024-02-29T12:34:56.789Z";
const ofTime = encodeCursor({ value: new Date(TIME), id: ID });
const ofText = encodeCursor({ value: "nightly import", id: ID });

const REFUSED: [what: string, kind: "time" | "text", cursor: string][] = [
  ["nothing", "time", ""],
  ["garbage", "time", "!!!"],
  ["an id", "time", ID],
  ["a number of rows", "time", "100"],
  ["the cursor of a list by name, in a list by time", "time", ofText],
  ["the cursor of a list by time, in a list by name", "text", ofTime],
  ["a cursor without its last character", "time", ofTime.slice(0, -1)],
  ["a cursor without its first character", "time", ofTime.slice(1)],
  ["a cursor with more behind it", "time", `${ofTime}AAAA`],
  ["a cursor with a character behind it that is no base64url", "time", `${ofTime}!`],
  ["a cursor between spaces", "time", ` ${ofTime} `],
  ["a cursor with padding", "time", `${ofTime}=`],
  ["two cursors", "time", ofTime + ofTime],
  ["null", "time", encode(null)],
  ["a text", "text", encode("nightly import")],
  ["an object", "time", encode({ 0: "t", 1: TIME, 2: ID, length: 3 })],
  ["an empty array", "time", encode([])],
  ["two parts", "time", encode(["t", TIME])],
  ["four parts", "time", encode(["t", TIME, ID, ID])],
  ["an unknown tag", "time", encode(["x", TIME, ID])],
  ["an id that is no text", "time", encode(["t", TIME, 1])],
  ["a time that is no text", "time", encode(["t", 1709210096789, ID])],
  ["a time that is none", "time", encode(["t", "yesterday", ID])],
  ["a day that there is not", "time", encode(["t", "2023-02-29T12:34:56.789Z", ID])],
  ["a time without milliseconds", "time", encode(["t", "2024-02-29T12:34:56Z", ID])],
  ["a time in another zone", "time", encode(["t", "2024-02-29T12:34:56.789+01:00", ID])],
  ["a value that is an object", "text", encode(["s", { toString: "x" }, ID])],
  ["a value that is null", "text", encode(["s", null, ID])],
  ["JSON with spaces", "text", Buffer.from(`["s", "a", "${ID}"]`).toString("base64url")],
  ["bytes that are no UTF-8", "text", Buffer.from(`["s","\xff","${ID}"]`, "latin1").toString("base64url")],
  ["JSON that nests without end", "text", Buffer.from("[".repeat(100_000)).toString("base64url")],
];

test.each(REFUSED)("%s is refused as after", (_, kind, cursor) => {
  let refusal: unknown;
  try {
    decodeCursor(cursor, kind);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(PosternError);
  expect(refusal).toMatchObject({
    code: "BAD_USER_INPUT",
    details: { fields: [{ path: "after", message: expect.stringMatching(/endCursor/) }] },
  });
});
