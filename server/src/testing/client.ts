/** Who a test speaks as: nobody, a browser with a session, or whoever holds a key. */
export type Caller = { cookie?: string; key?: string; userAgent?: string | undefined };

export const anonymous: Caller = {};

export interface ApiError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    reason?: string;
    fields?: { path: string; message: string }[];
    requestId?: string;
    retryAfterSeconds?: number;
    apiKeyId?: string;
  };
}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  // A test says what it expects of the data where it looks at it.
  data: T;
  errors: ApiError[];
  /** The first error's code; "" when there is none. */
  code: string;
}

/** Sends one operation over HTTP, as a client would; `signal` gives it up. */
export async function graphql<T = Record<string, never>>(
  url: string,
  caller: Caller,
  query: string,
  variables: object = {},
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(caller.cookie !== undefined && { cookie: caller.cookie }),
      ...(caller.userAgent !== undefined && { "user-agent": caller.userAgent }),
      ...(caller.key !== undefined && { authorization: `Bearer ${caller.key}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  });
  const { data = null, errors = [] } = (await response.json()) as { data?: unknown; errors?: ApiError[] };
  const { status, headers } = response;
  return { status, headers, data: data as T, errors, code: errors[0]?.extensions.code ?? "" };
}

/** The cookie that an answer sets, as a browser would send it back. */
export const cookieOf = (headers: Headers): string | undefined => headers.getSetCookie()[0]?.split(";", 1)[0];
