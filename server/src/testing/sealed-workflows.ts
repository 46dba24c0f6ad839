import type { Database } from "../context.js";
import type { Encryption } from "../encryption.js";
import { newId } from "../ids.js";
import { newSigningSecret } from "../workflow/signature.js";
import { signingSecretPlace } from "../workflow/signing-secret.js";
import { Workflow } from "../workflow/workflow.entity.js";

const AT_ONCE = 200;

/** Many workflows like this one, past the services; each one's signing secret by its id. */
export async function manyWorkflows(
  database: Database,
  like: Workflow,
  count: number,
  encryption: Encryption,
): Promise<Map<string, string>> {
  const secrets = new Map<string, string>();
  const rows = Array.from({ length: count }, (_, n): Omit<Workflow, "schedule"> => {
    const id = newId("workflow");
    const secret = newSigningSecret();
    secrets.set(id, secret);
    const sealedSigningSecret = encryption.seal(secret, signingSecretPlace({ ...like, id }));
    return { ...like, id, slug: `copy-${n}-${id.slice(-4)}`, sealedSigningSecret };
  });
  for (let from = 0; from < count; from += AT_ONCE) {
    await database.transaction((db) => db.insert(Workflow, rows.slice(from, from + AT_ONCE)));
  }
  return secrets;
}
