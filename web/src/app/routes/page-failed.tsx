import { Box } from "@mantine/core";
import { ErrorState } from "../../components/error-state.js";
import { PageTitle } from "../../components/page-title.js";
import { errorsText } from "../../messages/errors.js";

/** In the place of a page that could not be loaded. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Box maw={560} w="100%">
      <PageTitle title={errorsText.title} />
      <ErrorState error={error} onRetry={onRetry} title={null} />
    </Box>
  );
}
