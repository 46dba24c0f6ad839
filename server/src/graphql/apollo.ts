import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { type FormattedExecutionResult, GraphQLError } from "graphql";
import type { Context, Runtime } from "../context.js";
import { badUserInput } from "../errors.js";
import { checkVariables } from "./check-variables.js";
import { describeError, maskedError } from "./format-error.js";
import { documentLimits, refuseTooManyRows, SELECTIONS_MAX, TOKENS_MAX } from "./limits.js";
import { boundListEntries } from "./list-entries.js";
import { createSchema } from "./schema.js";
import { unconditionalSubscription } from "./subscription-root.js";
import { subscriptions } from "./subscriptions.js";

/**
 * The GraphQL server, started. It answers POST only, one operation a request. Subscriptions pass the same
 * checks, and are then handed to the call that goes on; see subscriptions.ts.
 */
export async function startApollo({
  config,
  log,
}: Pick<Runtime, "config" | "log">): Promise<ApolloServer<Context>> {
  const limits = documentLimits(config.introspection);
  const apollo = new ApolloServer<Context>({
    schema: boundListEntries(createSchema()),
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    // Otherwise Apollo asks the environment whether to add stack traces.
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    logger: log.child({ part: "apollo" }),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    maxRecursiveSelections: SELECTIONS_MAX,
    validationRules: limits.validationRules,
    formatError: maskedError,
    plugins: [
      // The package types its plugins for CommonJS, where Apollo's classes have another identity.
      ...(limits.plugins as unknown as ApolloServerPlugin<Context>[]),
      ApolloServerPluginLandingPageDisabled(),
      unconditionalSubscription,
      checks,
      subscriptions,
      formatting,
    ],
  });
  await apollo.start();
  return apollo;
}

/** What needs the variables, which no validation rule sees. */
const checks: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, document, request, contextValue }) {
        if (!operation) return; // Apollo says itself that there is none of that name
        try {
          refuseAtWrongDoor(operation.operation, contextValue);
          checkVariables(schema, operation, request.variables ?? {}, contextValue.config.introspection);
          refuseTooManyRows(schema, operation, document, request.variables ?? {});
        } catch (error) {
          // Without a status of its own, Apollo would call such an error the server's fault.
          throw new GraphQLError("refused", {
            originalError: error as Error,
            extensions: { http: { status: 400 } },
          });
        }
      },
    };
  },
};

function refuseAtWrongDoor(kind: string, { live }: Context): void {
  if ((kind === "subscription") === (live !== null)) return;
  const message =
    live === null
      ? "Send a subscription to /graphql/stream, which answers with a stream of events."
      : `Send a ${kind} to /graphql; only subscriptions are answered with a stream of events.`;
  throw badUserInput([{ path: "query", message }]);
}

/** Every error of an operation, formatted here and not in Apollo's formatError, which has no request. */
const formatting: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== "single") return;
        const result: FormattedExecutionResult = response.body.singleResult;
        const originals: readonly GraphQLError[] = errors ?? [];
        result.errors = result.errors?.map((formatted, index) =>
          describeError(formatted, originals[index] ?? formatted, contextValue),
        );
      },
    };
  },
};
