import { sessionCookieName } from "../session-cookie.js";

type Security = Record<string, string[]>[];

/** Who may call, any one of these. */
export const AS_CALLER: Security = [{ apiKey: [] }, { apiKeyHeader: [] }, { session: [] }];
export const AS_USER: Security = [{ session: [] }];
export const AS_TARGET: Security = [{ completionToken: [] }];

export const securitySchemes = (publicUrl: string) => ({
  apiKey: { type: "http" as const, scheme: "bearer", description: "An API key (pst_…)." },
  apiKeyHeader: {
    type: "apiKey" as const,
    in: "header",
    name: "X-API-Key",
    description: "The same, in a header of its own.",
  },
  session: {
    type: "apiKey" as const,
    in: "cookie",
    name: sessionCookieName(publicUrl),
    description: "A signed-in browser, on requests from Postern's own pages.",
  },
  completionToken: {
    type: "http" as const,
    scheme: "bearer",
    description:
      "The token (pst_c_…) that came in data.completion of a delivery's body. It ends that execution.",
  },
});
