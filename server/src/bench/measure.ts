import autocannon from "autocannon";

export const CONNECTIONS = 32;
const WARM_UP_SECONDS = 2;

export interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
}

/** A request that is made again and again. */
export interface Repeated {
  url: string;
  key: string | null;
  body: object;
}

export const graphqlRequest = (url: string, key: string | null, query: string, variables = {}): Repeated => ({
  url: `${url}/graphql`,
  key,
  body: { query, variables },
});

/** The same trigger as TRIGGER, for those who cannot speak GraphQL. */
export const restTrigger = (url: string, key: string, workflowId: string): Repeated => ({
  url: `${url}/api/v1/workflows/${workflowId}/executions`,
  key,
  body: { n: 1 },
});

export const TRIGGER =
  "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id, input: { n: 1 } }) { execution { id status } } }";

/** As many as the server answers, from so many connections, for so many seconds after a warm-up. */
export async function measure(name: string, what: Repeated, seconds: number): Promise<Measured> {
  await send(what, { duration: WARM_UP_SECONDS });
  const result = await send(what, { duration: seconds });
  const { latency, requests } = result;
  return { name, perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: failures(result) };
}

/** So many requests as fast as they are answered; gives how many of them were refused. */
export async function sendAll(what: Repeated, amount: number): Promise<number> {
  return failures(await send(what, { amount }));
}

function send({ url, key, body }: Repeated, extent: { duration: number } | { amount: number }) {
  return autocannon({
    url,
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    connections: CONNECTIONS,
    // GraphQL refuses with 200 too, so each answer is looked at.
    verifyBody: (answer) => !String(answer).includes('"errors"'),
    ...extent,
  });
}

const failures = ({ non2xx, errors, mismatches }: autocannon.Result) => non2xx + errors + mismatches;
