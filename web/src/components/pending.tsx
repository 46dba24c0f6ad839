import type { ReactNode } from "react";
import { errorsText } from "../messages/errors.js";
import { EmptyState } from "./empty-state.js";
import { ErrorState } from "./error-state.js";

interface Props {
  error: unknown;
  /** The answer came, and what was asked for is not in it: deleted meanwhile, or no longer to be seen. */
  gone: boolean;
  onRetry: () => void;
  /** The shape of what comes. */
  children: ReactNode;
}

/** In the place of something that is not there: on its way, refused, or gone. */
export function Pending({ error, gone, onRetry, children }: Props) {
  if (error) return <ErrorState error={error} onRetry={onRetry} />;
  if (gone) return <EmptyState title={errorsText.goneTitle} lead={errorsText.gone} />;
  return children;
}
