import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { StopKeyDialog } from "./stop-key-dialog.js";

/** Asks before a key is deleted from its list. */
export function DeleteKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyRowFragment; onClose: () => void }) {
  return <StopKeyDialog action="DELETE" apiKey={apiKey} onClose={onClose} />;
}
