import { LinkError } from "@apollo/client/errors";
import { Button, Stack } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { PageTitle } from "../../components/page-title.js";
import { PartMissing } from "../../components/part.js";
import { reportSilence, useConnectedAgain } from "../../lib/connection.js";
import { loadAgain, loadAgainOnce } from "../../lib/load-again.js";
import { errorsText } from "../../messages/errors.js";
import { PageFrame } from "../page-frame.js";
import { PageFailed } from "./page-failed.js";

/** What is shown when a page could not be loaded at all. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const missing = error instanceof PartMissing ? error : null;

  useEffect(() => {
    if (missing === null) return;
    missing.forget();
    void reportSilence();
    void loadAgainOnce(missing.message);
  }, [missing]);

  async function retry() {
    if (missing !== null) {
      try {
        await missing.load();
      } catch {
        missing.forget();
        await loadAgain();
        return;
      }
    }
    await router.invalidate();
    reset();
  }

  useConnectedAgain(() => void retry());

  return (
    <PageFrame mih="60dvh">
      <Stack maw={480} align="flex-start">
        {missing !== null || LinkError.is(error) ? (
          <PageFailed error={error} onRetry={() => void retry()} />
        ) : (
          <>
            <PageTitle title={errorsText.unexpectedTitle} lead={errorsText.unexpected} />
            <Button variant="default" onClick={() => window.location.reload()}>
              {errorsText.reload}
            </Button>
          </>
        )}
      </Stack>
    </PageFrame>
  );
}
