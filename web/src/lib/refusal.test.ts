import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { errorInPlace, faultsByField, type Refusal, refusalFrom } from "./refusal.js";

const graphqlError = (extensions: Record<string, unknown>, message = "No.") =>
  new CombinedGraphQLErrors({ errors: [{ message, extensions }] });

test("an error of the API keeps its code, words and details", () => {
  const error = graphqlError(
    { code: "BAD_USER_INPUT", fields: [{ path: "input.name", message: "Too long." }] },
    "Check name.",
  );
  expect(refusalFrom(error)).toMatchObject({
    code: "BAD_USER_INPUT",
    message: "Check name.",
    fields: [{ path: "input.name", message: "Too long." }],
  });
  expect(refusalFrom(graphqlError({ code: "RATE_LIMITED", retryAfterSeconds: 12 })).retryAfterSeconds).toBe(
    12,
  );
  expect(refusalFrom(graphqlError({ code: "INTERNAL_SERVER_ERROR", requestId: "r-1" })).requestId).toBe(
    "r-1",
  );
});

test("an HTTP status that says no does not hide the GraphQL error in its body", () => {
  const bodyText = JSON.stringify({
    errors: [{ message: "Sign in.", extensions: { code: "UNAUTHENTICATED", reason: "MISSING" } }],
  });
  const response = { status: 401 } as Response;
  expect(refusalFrom(new ServerError("401", { response, bodyText }))).toMatchObject({
    code: "UNAUTHENTICATED",
    reason: "MISSING",
    message: "Sign in.",
  });
});

test("an answer that is not GraphQL, and no answer, are told apart", () => {
  const response = { status: 502 } as Response;
  expect(refusalFrom(new ServerError("502", { response, bodyText: "<html>" })).code).toBe("UNREADABLE");
  expect(refusalFrom(new TypeError("Failed to fetch")).code).toBe("NETWORK");
});

test("malformed details are left out instead of shown", () => {
  const error = graphqlError({ code: 7, fields: [{ path: 1 }, "x", null], requestId: {} });
  expect(refusalFrom(error)).toEqual({ code: "INTERNAL_SERVER_ERROR", message: "No.", fields: [] });
});

test("each fault goes to its field, the first of a field counts, and the rest is said elsewhere", () => {
  const refusal: Refusal = {
    code: "BAD_USER_INPUT",
    message: "",
    fields: [
      { path: "input.name", message: "first" },
      { path: "input.name", message: "second" },
      { path: "input.expiry.expiresAt", message: "too early" },
      { path: "input.projectIds.3", message: "unknown project" },
      { path: "input.nameless", message: "not a field of this form" },
    ],
  };
  expect(faultsByField(refusal, ["name", "expiry.expiresAt", "projectIds"])).toEqual({
    byField: { name: "first", "expiry.expiresAt": "too early", projectIds: "unknown project" },
    elsewhere: ["not a field of this form"],
  });
});

test("rows stay while the server is silent; a refusal takes them away, and nothing is shown as an answer before one", () => {
  const silence = new TypeError("Failed to fetch");
  const refused = graphqlError({ code: "FORBIDDEN" });
  expect(errorInPlace(silence, {})).toBeUndefined();
  expect(errorInPlace(graphqlError({ code: "SERVICE_UNAVAILABLE" }), {})).toBeUndefined();
  expect(errorInPlace(silence, undefined)).toBe(silence);
  expect(errorInPlace(refused, {})).toBe(refused);
  expect(errorInPlace(undefined, {})).toBeUndefined();
});
