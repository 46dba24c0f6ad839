import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
} from "graphql";
import type { Context } from "../context.js";
import type { Sighting } from "../execution/follow.js";
import { describeError } from "./format-error.js";

type Subscription = ExecutionArgs & { contextValue: Context };

/**
 * Apollo executes no subscriptions, but it parses, limits and validates them as everything else. Past that,
 * what comes of one goes to the call that goes on, and Apollo's own answer is not sent.
 */
export const subscriptions: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, request, contextValue }) {
        if (contextValue.live === null) return null;
        const { operationName, variables: variableValues } = request;
        contextValue.live.open(resultsOf({ schema, document, operationName, variableValues, contextValue }));
        return {
          http: { status: 200, headers: new HeaderMap() },
          body: { kind: "single", singleResult: {} },
        };
      },
    };
  },
};

/** One result for each event, in the context that the event brings with it. An error is the last of them. */
async function* resultsOf(subscription: Subscription): AsyncGenerator<FormattedExecutionResult> {
  const { contextValue: ctx } = subscription;
  try {
    const events = await createSourceEventStream(subscription);
    if (!(Symbol.asyncIterator in events)) {
      yield described(events, ctx);
      return;
    }
    for await (const event of events as AsyncIterable<Sighting>) {
      yield described(
        await execute({ ...subscription, rootValue: event, contextValue: event.ctx }),
        event.ctx,
      );
    }
  } catch (cause) {
    const error = new GraphQLError("refused", { originalError: cause as Error });
    yield described({ data: null, errors: [error] }, ctx);
  }
}

const described = ({ data = null, errors }: ExecutionResult, ctx: Context): FormattedExecutionResult => ({
  ...(errors && { errors: errors.map((error) => describeError(error.toJSON(), error, ctx)) }),
  data,
});
