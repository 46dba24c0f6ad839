import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { apiKeysText } from "../../messages/api-keys.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { askWhoHolds, type KeyAnswer } from "./ask-who-holds.js";

const text = newApiKeyText;

/** Calls the API with the new key and says what it answered. */
export function TestKey({ secret }: { secret: string }) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<KeyAnswer | null>(null);

  async function test() {
    setBusy(true);
    setAnswer(await askWhoHolds(secret));
    setBusy(false);
  }

  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void test()}>
        {text.test}
      </Button>
      <Text
        size="sm"
        w="100%"
        aria-live="polite"
        c={answer?.works === false ? "var(--mantine-color-error)" : undefined}
      >
        {answer && describe(answer)}
      </Text>
    </>
  );
}

function describe(answer: KeyAnswer): string {
  if (answer.works) return text.testWorks(answer.name, apiKeysText.roles[answer.role]);
  return answer.message === null ? text.testSilent : text.testRefused(answer.message);
}
