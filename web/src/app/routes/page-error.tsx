import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { Button, Center, Stack } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorState } from "../../components/error-state.js";
import { PageTitle } from "../../components/page-title.js";
import { messages } from "../messages.js";

/** What is shown when a page could not be loaded at all. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const fromServer = CombinedGraphQLErrors.is(error) || ServerError.is(error) || error instanceof TypeError;

  async function retry() {
    await router.invalidate();
    reset();
  }

  return (
    <Center component="main" mih="60dvh" p="md">
      <Stack maw={480} align="flex-start">
        {fromServer ? (
          <ErrorState error={error} onRetry={() => void retry()} />
        ) : (
          <>
            <PageTitle title={messages.errors.unexpectedTitle} lead={messages.errors.unexpected} />
            <Button variant="default" onClick={() => window.location.reload()}>
              {messages.errors.reload}
            </Button>
          </>
        )}
      </Stack>
    </Center>
  );
}
