import { Writable } from "node:stream";
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLFloat,
  type GraphQLFormattedError,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  graphql,
} from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { QueryFailedError } from "typeorm";
import { badUserInput, forbidden, type PosternError, rateLimited } from "../errors.js";
import { openLog } from "../log.js";
import { describeError, maskedError, withoutValues } from "./format-error.js";

const SECRET = "hunter2hunter2";
const NUMBER = "31337313373133731337";

/** A scalar that refuses everything in words of its own, which repeat the value. */
const refuse = (value: unknown): never => {
  throw new TypeError(`That is no Odd: ${JSON.stringify(value)}`);
};
const Odd = new GraphQLScalarType({
  name: "Odd",
  parseValue: refuse,
  parseLiteral: (node) => refuse("value" in node ? node.value : node.kind),
});
const Silent = new GraphQLScalarType({
  name: "Silent",
  parseValue: () => undefined,
  parseLiteral: () => undefined,
});
const Colour = new GraphQLEnumType({ name: "Colour", values: { RED: {}, GREEN: {} } });
const Person: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: "Person",
  fields: () => ({
    name: { type: GraphQLString },
    password: { type: GraphQLString },
    age: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 },
    colour: { type: Colour },
    friends: { type: new GraphQLList(Person) },
  }),
});
const Choice = new GraphQLInputObjectType({
  name: "Choice",
  isOneOf: true,
  fields: { one: { type: GraphQLString }, other: { type: GraphQLString } },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      ask: {
        type: GraphQLString,
        args: {
          text: { type: GraphQLString },
          int: { type: GraphQLInt },
          float: { type: GraphQLFloat },
          boolean: { type: GraphQLBoolean },
          id: { type: GraphQLID },
          colour: { type: Colour },
          numbers: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
          person: { type: Person },
          choice: { type: Choice },
          date: { type: GraphQLDateTimeISO },
          odd: { type: Odd },
          silent: { type: Silent },
        },
      },
    },
  }),
});

/** The messages of graphql-js itself, from parsing, validation and execution. */
async function messagesOf(source: string, variableValues?: Record<string, unknown>): Promise<string[]> {
  const { errors = [] } = await graphql({ schema, source, variableValues });
  return errors.map(({ message }) => message);
}

async function expectMasked(messages: string[], secret: string, says: RegExp): Promise<void> {
  // Otherwise the case would say nothing.
  expect(messages.join("\n")).toContain(secret);
  for (const message of messages) expect(withoutValues(message)).not.toContain(secret);
  expect(messages.map(withoutValues).join("\n")).toMatch(says);
}

const LITERALS: [what: string, args: string, secret: string, says: RegExp][] = [
  ["a text for a number", `int: "${SECRET}"`, SECRET, /Int/],
  ["a name for a number", `int: ${SECRET}`, SECRET, /Int/],
  ["a number too large", `int: ${NUMBER}`, NUMBER, /Int/],
  ["a text for a floating number", `float: "${SECRET}"`, SECRET, /Float/],
  ["a text for a boolean", `boolean: "${SECRET}"`, SECRET, /Boolean/],
  ["a number for a boolean", `boolean: ${NUMBER}`, NUMBER, /Boolean/],
  ["a number for a text", `text: ${NUMBER}`, NUMBER, /String/],
  ["a name for a text", `text: ${SECRET}`, SECRET, /String/],
  ["an object for a text", `text: { a: "${SECRET}" }`, SECRET, /String/],
  ["a list for a text", `text: ["${SECRET}"]`, SECRET, /String/],
  ["a name for an id", `id: ${SECRET}`, SECRET, /ID/],
  ["an object for an id", `id: { a: "${SECRET}" }`, SECRET, /ID/],
  ["a text for an enum", `colour: "${SECRET}"`, SECRET, /^A value does not exist in the enum "Colour"\.$/m],
  [
    "another name for an enum",
    `colour: ${SECRET}`,
    SECRET,
    /^A value does not exist in the enum "Colour"\.$/m,
  ],
  ["a number for an enum", `colour: ${NUMBER}`, NUMBER, /^A value does not exist in the enum "Colour"\.$/m],
  [
    "an object for an enum",
    `colour: { a: "${SECRET}" }`,
    SECRET,
    /^A value does not exist in the enum "Colour"\.$/m,
  ],
  [
    "a text that looks like a message, for an enum",
    `colour: "x; ${SECRET}\\" enum"`,
    SECRET,
    /^A value does not exist in the enum "Colour"\.$/m,
  ],
  ["a text inside a list of numbers", `numbers: [1, "${SECRET}"]`, SECRET, /Int/],
  ["a text for an object", `person: "${SECRET}"`, SECRET, /"Person"/],
  ["a name for an object", `person: ${SECRET}`, SECRET, /"Person"/],
  ["a wrong field of an object", `person: { age: "${SECRET}" }`, SECRET, /Int/],
  [
    "a wrong field deep inside",
    `person: { friends: [{ friends: { colour: ${SECRET} } }] }`,
    SECRET,
    /^A value does not exist in the enum "Colour"\.$/m,
  ],
  ["several lines", `int: """\n${SECRET}\n; found\n${SECRET}\n"""`, SECRET, /Int/],
  ["a text with quotation marks and semicolons", `int: "a\\"; at \\"b\\"; ${SECRET}"`, SECRET, /Int/],
  ["a text for a date", `date: "${SECRET}"`, SECRET, /DateTime/],
  ["a name for a date", `date: ${SECRET}`, SECRET, /DateTime/],
  ["a number for a date", `date: ${NUMBER}`, NUMBER, /DateTime/],
  ["a text for a scalar that repeats it", `odd: "${SECRET}"`, SECRET, /"Odd"/],
  ["a text for a scalar that says nothing", `silent: "${SECRET}"`, SECRET, /"Silent"/],
];

test.each(LITERALS)(
  "a message about %s, written out, loses the value and keeps the type",
  async (_, args, secret, says) => {
    await expectMasked(await messagesOf(`{ ask(${args}) }`), secret, says);
  },
);

const VARIABLES: [what: string, type: string, value: unknown, secret: string, says: RegExp][] = [
  ["a text for a number", "Int", SECRET, SECRET, /Variable "\$v"/],
  ["a number too large", "Int", 31337313373, "31337313373", /Variable "\$v"/],
  ["a text for a floating number", "Float", SECRET, SECRET, /Variable "\$v"/],
  ["a text for a boolean", "Boolean", SECRET, SECRET, /Variable "\$v"/],
  ["a number for a text", "String", 31337313373, "31337313373", /Variable "\$v"/],
  ["an object for a text", "String", { a: SECRET }, SECRET, /Variable "\$v"/],
  ["a list for a text", "String", [SECRET], SECRET, /Variable "\$v"/],
  ["an object for an id", "ID", { a: SECRET }, SECRET, /Variable "\$v"/],
  ["another name for an enum", "Colour", SECRET, SECRET, /Variable "\$v"/],
  ["an object for an enum", "Colour", { a: SECRET }, SECRET, /Variable "\$v"/],
  ["a text for an object", "Person", SECRET, SECRET, /Variable "\$v"/],
  ["a list for an object", "Person", [SECRET], SECRET, /Variable "\$v"/],
  ["a wrong field", "Person", { age: SECRET }, SECRET, /Variable "\$v" .*"v\.age"/],
  ["a wrong field beside the secret", "Person", { age: "x", password: SECRET }, "x", /"v\.age"/],
  [
    "a wrong field deep inside",
    "Person",
    { friends: [{}, { age: SECRET }] },
    SECRET,
    /"v\.friends\[1\]\.age"/,
  ],
  [
    "a wrong enum deep inside",
    "Person",
    { friends: [{ colour: SECRET }] },
    SECRET,
    /"v\.friends\[0\]\.colour"/,
  ],
  [
    "null beside the secret",
    "Person",
    { age: null, password: SECRET, nme: SECRET },
    SECRET,
    /Variable "\$v"/,
  ],
  ["an unknown field", "Person", { pasword: SECRET }, SECRET, /Variable "\$v"/],
  ["an unknown field deep inside", "Person", { friends: [{ pasword: SECRET }] }, SECRET, /"v\.friends\[0\]"/],
  ["an unknown field by the secret's name", "Person", { [SECRET]: 1 }, SECRET, /Variable "\$v"/],
  ["one choice too many", "Choice", { one: SECRET, other: SECRET }, SECRET, /Variable "\$v"/],
  ["a text inside a list of numbers", "[Int!]", [1, SECRET], SECRET, /"v\[1\]"/],
  ["a text with semicolons", "Int", `a; b; ${SECRET}; c`, SECRET, /Variable "\$v"/],
  ["a text that looks like a path", "Int", `a at "b"; ${SECRET} at "${SECRET}"; c`, SECRET, /Variable "\$v"/],
  ["a wrong field with semicolons", "Person", { age: `a; at "b"; ${SECRET}` }, SECRET, /Variable "\$v"/],
  ["several lines", "Int", `a\n${SECRET}\nb`, SECRET, /Variable "\$v"/],
  ["a text for a date", "DateTimeISO", SECRET, SECRET, /Variable "\$v"/],
  ["an object for a date", "DateTimeISO", { a: SECRET }, SECRET, /Variable "\$v"/],
  ["a text for a scalar that repeats it", "Odd", SECRET, SECRET, /Variable "\$v"/],
  ["a text for a scalar that says nothing", "Silent", SECRET, SECRET, /Variable "\$v"/],
];

const ARGUMENT_OF: Record<string, string> = {
  Int: "int",
  Float: "float",
  Boolean: "boolean",
  String: "text",
  ID: "id",
  Colour: "colour",
  Person: "person",
  Choice: "choice",
  "[Int!]": "numbers",
  DateTimeISO: "date",
  Odd: "odd",
  Silent: "silent",
};

test.each(VARIABLES)(
  "a message about %s, in a variable of the type %s, loses the value and keeps the place",
  async (_, type, value, secret, says) => {
    const messages = await messagesOf(`query ($v: ${type}) { ask(${ARGUMENT_OF[type]}: $v) }`, { v: value });
    await expectMasked(messages, secret, says);
  },
);

const DOCUMENTS: [what: string, source: string, variables: Record<string, unknown>, says: RegExp][] = [
  [
    "a literal around a variable that is null",
    `query ($v: Int) { ask(person: { age: $v, password: "${SECRET}" }) }`,
    { v: null },
    /Argument "person"/,
  ],
  ["a text where a name belongs", `{ ask(text: "a" "${SECRET}") }`, {}, /^Syntax Error/],
  ["a text where an operation belongs", `"a" "${SECRET}"`, {}, /^Syntax Error/],
  ["a name where an operation belongs", `${SECRET} { ask }`, {}, /^Syntax Error/],
  ["a text where a selection belongs", `{ "${SECRET}" }`, {}, /^Syntax Error/],
  ["a text in place of a value's colon", `{ ask(text "${SECRET}") }`, {}, /^Syntax Error/],
  ["a default value", `query ($v: Int = "${SECRET}") { ask(int: $v) }`, {}, /Int/],
];

test.each(DOCUMENTS)(
  "a message about %s loses the value and says where to look",
  async (_, source, variables, says) => {
    await expectMasked(await messagesOf(source, variables), SECRET, says);
  },
);

const HARMLESS: [source: string, message: string][] = [
  ["{ asc }", 'Cannot query field "asc" on type "Query". Did you mean "ask"?'],
  ["{ ask(tex: 1) }", 'Unknown argument "tex" on field "Query.ask". Did you mean "text"?'],
  [
    "{ ask(person: { nme: 1 }) }",
    'Field "nme" is not defined by type "Person". Did you mean "name" or "age"?',
  ],
  ["query ($v: Int!) { ask(int: $v) }", 'Variable "$v" of required type "Int!" was not provided.'],
  ["query ($v: Int) { ask }", 'Variable "$v" is never used.'],
  [
    "query ($v: Int) { ask(text: $v) }",
    'Variable "$v" of type "Int" used in position expecting type "String".',
  ],
  ["{ ask(text: $v) }", 'Variable "$v" is not defined.'],
  ["{ ask { name } }", 'Field "ask" must not have a selection since type "String" has no subfields.'],
  ["{ ...found }", 'Unknown fragment "found".'],
];

test.each(HARMLESS)("what is wrong with %j is said as graphql-js says it", async (source, message) => {
  expect(await messagesOf(source)).toEqual([message]);
  expect(withoutValues(message)).toBe(message);
});

/** A log that keeps its lines. */
function openCapture() {
  const lines: string[] = [];
  const output = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: openLog("info", output as NodeJS.WriteStream) };
}

/** What the caller learns of an error that a resolver threw, and what the log keeps of it. */
function describe_(
  error: unknown,
  extensions: GraphQLFormattedError["extensions"] = { code: "INTERNAL_SERVER_ERROR" },
) {
  const { lines, log } = openCapture();
  const { message } = error as Error;
  const formatted = { message, locations: [{ line: 1, column: 3 }], path: ["ask"], extensions };
  return { answer: describeError(formatted, error, { log, requestId: "req-1" }), lines };
}
const thrown = (error: unknown) => new GraphQLError(String(error), { originalError: error as Error });

const UNEXPECTED: [what: string, error: unknown][] = [
  ["an Error", new Error(`something with ${SECRET}`)],
  ["a TypeError", new TypeError(`cannot read ${SECRET}`)],
  [
    "an Error that carries a code and a status",
    Object.assign(new Error(SECRET), { code: "FORBIDDEN", status: 403 }),
  ],
  ["an Error wrapped twice", thrown(new Error(SECRET))],
  [
    "an Error that calls itself PosternError",
    Object.assign(new Error(SECRET), { name: "PosternError", code: "CONFLICT", details: {} }),
  ],
];

test.each(UNEXPECTED)(
  "%s is told to nobody: the caller gets the request's id, and the log the error",
  (_, error) => {
    const { answer, lines } = describe_(thrown(error));
    expect(answer).toEqual({
      message: "Internal server error",
      locations: [{ line: 1, column: 3 }],
      path: ["ask"],
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "req-1" },
    });
    expect(lines).toHaveLength(1);
    const entry = JSON.parse(lines[0] ?? "");
    expect(entry).toMatchObject({ level: 50, message: "a resolver failed", path: ["ask"] });
    expect(entry.err.message).toContain(SECRET);
    expect(entry.err.stack).toContain("format-error.test");
  },
);

const EXPECTED: [error: PosternError, extensions: object][] = [
  [forbidden("That takes an admin."), { code: "FORBIDDEN" }],
  [rateLimited("Later.", 5), { code: "RATE_LIMITED", retryAfterSeconds: 5 }],
  [
    badUserInput([{ path: "input.name", message: "Give a name." }]),
    { code: "BAD_USER_INPUT", fields: [{ path: "input.name", message: "Give a name." }] },
  ],
];

test.each(EXPECTED)(
  "%s passes with its message, code and details, and is not logged",
  (error, extensions) => {
    for (const wrapped of [thrown(error), thrown(thrown(error))]) {
      const { answer, lines } = describe_(wrapped);
      expect(answer).toEqual({
        message: error.message,
        locations: [{ line: 1, column: 3 }],
        path: ["ask"],
        extensions,
      });
      expect(lines).toEqual([]);
    }
  },
);

test("a failed query is logged with its text, and never with what was bound to it", () => {
  const driver = Object.assign(new Error("no such table: user"), {
    code: "SQLITE_ERROR",
    sql: `… '${SECRET}'`,
  });
  const { answer, lines } = describe_(
    thrown(new QueryFailedError("SELECT * FROM user WHERE hash = ?", [SECRET], driver)),
  );
  expect(answer.message).toBe("Internal server error");
  expect(lines.join("")).not.toContain(SECRET);
  expect(JSON.parse(lines[0] ?? "").err).toMatchObject({
    type: "QueryFailedError",
    message: "no such table: user",
    code: "SQLITE_ERROR",
    query: "SELECT * FROM user WHERE hash = ?",
  });
});

test("a database that is away is an expected trouble, and is said to be", () => {
  const driver = Object.assign(new Error("connect ECONNREFUSED 10.0.0.3:3306"), { code: "ECONNREFUSED" });
  const { answer, lines } = describe_(thrown(new QueryFailedError("SELECT 1", [], driver)));
  expect(answer.extensions).toEqual({ code: "SERVICE_UNAVAILABLE" });
  expect(answer.message).not.toContain("10.0.0.3");
  expect(lines).toEqual([]);
});

test("an argument that graphql-js refuses while it executes is the caller's fault, and its text is nowhere", async () => {
  const source = `query ($v: Int) { ask(person: { age: $v, password: "${SECRET}" }) }`;
  const { errors = [] } = await graphql({ schema, source, variableValues: { v: null } });
  expect(errors[0]?.message).toContain(SECRET);
  const { answer, lines } = describe_(errors[0]);
  expect(JSON.stringify(answer) + lines.join("")).not.toContain(SECRET);
  expect(answer.extensions).toEqual({ code: "BAD_USER_INPUT" });
});

const CODES: [code: string, shown: string][] = [
  ["GRAPHQL_PARSE_FAILED", "GRAPHQL_PARSE_FAILED"],
  ["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED"],
  ["BAD_REQUEST", "BAD_USER_INPUT"],
  ["BAD_USER_INPUT", "BAD_USER_INPUT"],
  ["OPERATION_RESOLUTION_FAILURE", "BAD_USER_INPUT"],
];

test.each(CODES)(
  "GraphQL's own error %s is shown as %s, without the value and without a stack",
  (code, shown) => {
    const error = new GraphQLError(`Int cannot represent non-integer value: "${SECRET}"`);
    const { answer, lines } = describe_(error, { code, stacktrace: ["at secret.ts"], http: { status: 400 } });
    expect(answer.extensions).toEqual({ code: shown });
    expect(answer.message).toMatch(/^[^:]*Int[^:]*\.$/);
    expect(answer.message).not.toContain(SECRET);
    expect(lines).toEqual([]);
  },
);

test.each(["INTERNAL_SERVER_ERROR", "SOMETHING_NEW", undefined])(
  "an error outside of any operation with the code %s is masked",
  (code) => {
    expect(maskedError({ message: SECRET, extensions: { code, stacktrace: [SECRET] } })).toEqual({
      message: "Internal server error",
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    });
  },
);
