import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { refusalFrom } from "../lib/refusal.js";
import { commonText } from "../messages/common.js";
import { errorsText } from "../messages/errors.js";
import { RequestId } from "./refusal-alert.js";
import { refusalText } from "./refusal-text.js";

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Null where a heading above says it. */
  title?: string | null;
}

/** In the place of what could not be loaded: why, and a way to try again. */
export function ErrorState({ error, onRetry, title = errorsText.title }: Props) {
  const refusal = refusalFrom(error);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title}>
      <Stack gap="sm" align="flex-start">
        <div>
          <Text size="sm">{refusalText(refusal)}</Text>
          <RequestId refusal={refusal} />
        </div>
        <Button size="xs" variant="default" onClick={onRetry}>
          {commonText.retry}
        </Button>
      </Stack>
    </Alert>
  );
}
