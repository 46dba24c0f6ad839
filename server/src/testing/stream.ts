import type { ApiError, Caller } from "./client.js";
import { until } from "./receiver.js";

/** One `next` event. */
export interface StreamResult<T> {
  data: T | null;
  errors?: ApiError[];
}

/** A subscription over HTTP, as a client reads it. */
export interface Stream<T> {
  status: number;
  headers: Headers;
  /** What came so far. */
  results: StreamResult<T>[];
  /** Everything as it came, comments included; a JSON answer where it was refused. */
  text(): string;
  /** Whether the server said that it is complete, or just ended; null while it goes on. */
  end(): "complete" | "cut" | null;
  /** Waits until so many results have come. */
  waitFor(count: number): Promise<StreamResult<T>[]>;
  /** Waits until it has ended. */
  ended(): Promise<StreamResult<T>[]>;
  /** Goes away without a word. */
  close(): void;
}

/** Opens a stream; resolves with the head of the answer. */
export async function openStream<T = Record<string, unknown>>(
  url: string,
  caller: Caller,
  query: string,
  variables: object = {},
): Promise<Stream<T>> {
  const gone = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    signal: gone.signal,
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      ...(caller.cookie !== undefined && { cookie: caller.cookie }),
      ...(caller.key !== undefined && { authorization: `Bearer ${caller.key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const results: StreamResult<T>[] = [];
  let text = "";
  let over = false;
  const read = async () => {
    const decoder = new TextDecoder();
    let unread = "";
    for await (const chunk of response.body ?? []) {
      const piece = decoder.decode(chunk, { stream: true });
      text += piece;
      const events = (unread + piece).split("\n\n");
      unread = events.pop() ?? "";
      for (const event of events) {
        const data = /^event: next\ndata: (.*)$/.exec(event)?.[1];
        if (data !== undefined) results.push(JSON.parse(data));
      }
    }
  };
  void read()
    // The connection broke off.
    .catch(() => {})
    .finally(() => {
      over = true;
    });
  return {
    status: response.status,
    headers: response.headers,
    results,
    text: () => text,
    end: () => (over ? (text.includes("event: complete\n") ? "complete" : "cut") : null),
    async waitFor(count) {
      await until(() => results.length >= count);
      return results;
    },
    async ended() {
      await until(() => over);
      return results;
    },
    close: () => gone.abort(),
  };
}
