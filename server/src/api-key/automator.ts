import { IsNull } from "typeorm";
import type { ApiKeyPrincipal } from "../auth/principal.js";
import type { Context } from "../context.js";
import { ApiKey } from "./api-key.entity.js";

/**
 * The project's own SYSTEM key as the one who acts: for what the project starts by itself. No secret comes
 * with it, so it is no use of the key: only calls are counted there.
 */
export async function automatorOf(ctx: Context, { id: projectId }: { id: string }): Promise<ApiKeyPrincipal> {
  const key = await ctx.db.findOneByOrFail(ApiKey, { projectId, kind: "SYSTEM", deletedAt: IsNull() });
  const { id: apiKeyId, name, organizationId, role } = key;
  return {
    kind: "API_KEY",
    apiKeyId,
    name,
    organizationId,
    projectId,
    projectIds: new Set([projectId]),
    role,
    ownerId: null,
  };
}
