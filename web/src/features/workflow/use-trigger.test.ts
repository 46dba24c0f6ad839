import { faultsRefused } from "./use-trigger.js";

const refusal = (code: string, fields: { path: string; message: string }[] = []) => ({
  code,
  message: "No.",
  fields,
});
const field = (path: string) => ({ path, message: `About ${path}` });

test("what the server refuses of the input is said at the input, and nowhere else", () => {
  expect(faultsRefused(refusal("BAD_USER_INPUT", [field("input.input/email")]))).toEqual({
    input: [{ message: "About input.input/email", pointer: "/email" }],
    idempotencyKey: null,
    refusal: null,
  });
  expect(faultsRefused(refusal("BAD_USER_INPUT", [field("input")])).input).toEqual([
    { message: "About input" },
  ]);
  for (const code of ["BAD_USER_INPUT", "PAYLOAD_TOO_LARGE"]) {
    expect(faultsRefused(refusal(code))).toMatchObject({ input: [{ message: "No." }], refusal: null });
  }
});

test("what is about neither field stands above the form", () => {
  expect(faultsRefused(refusal("CONFLICT"))).toMatchObject({ input: [], refusal: { code: "CONFLICT" } });
  expect(faultsRefused(refusal("BAD_USER_INPUT", [field("input.workflowId")]))).toMatchObject({
    input: [],
    refusal: { code: "BAD_USER_INPUT" },
  });
});
