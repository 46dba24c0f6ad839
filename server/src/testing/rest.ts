import type { Caller } from "./client.js";

/** What came back over REST: an execution, or a problem. */
export interface RestAnswer {
  status: number;
  headers: Headers;
  // A test says what it expects of it where it looks at it.
  body: Record<string, unknown> & { id: string; code?: string; fields?: { path: string; message: string }[] };
}

/** Sends one request below /api/v1, as a client would; `body` is sent as it is where it is a text. */
export async function rest(
  url: string,
  caller: Caller,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<RestAnswer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(caller.cookie !== undefined && { cookie: caller.cookie }),
      ...(caller.key !== undefined && { authorization: `Bearer ${caller.key}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? { id: "" } : JSON.parse(text),
  };
}
