import { ApiKey } from "../api-key/api-key.entity.js";
import { ApiKeySecret } from "../api-key/api-key-secret.entity.js";
import { hashSecret, isSecret, previewOf, SECRET_FORM } from "../api-key/secret.js";
import { hasExpired, statusOf } from "../api-key/status.js";
import type { Context } from "../context.js";
import { Organization } from "../organization/organization.entity.js";
import { Project } from "../project/project.entity.js";

/** What there is to say of a secret, a line each; and whether a call with it would be let in. */
export interface Verdict {
  works: boolean;
  lines: string[];
}

/** What its characters alone tell. */
export function checkForm(secret: string): Verdict {
  if (isSecret(secret)) return { works: true, lines: [`The checksum of ${previewOf(secret)}… holds.`] };
  const why = SECRET_FORM.test(secret)
    ? "The checksum does not hold: a character is wrong, or it was made up."
    : "This is no API key: it should read pst_, one of o p s, an underscore, and 38 letters or digits.";
  return { works: false, lines: [why] };
}

/** Which key it is and how that stands, without counting as a call. Addresses and rates are not looked at. */
export async function checkKnown(ctx: Context, secret: string): Promise<Verdict> {
  const row = await ctx.db.findOneBy(ApiKeySecret, { hash: hashSecret(secret) });
  const key = row && (await ctx.db.findOneBy(ApiKey, { id: row.apiKeyId }));
  if (!key) return { works: false, lines: ["No key of this database has it."] };
  const organization = await ctx.db.findOneBy(Organization, { id: key.organizationId });
  const project = key.projectId === null ? null : await ctx.db.findOneBy(Project, { id: key.projectId });
  const deleted = key.deletedAt ?? project?.deletedAt ?? organization?.deletedAt;
  const status = deleted ? "DELETED" : await statusOf(ctx, key);
  const ended = row.endedAt !== null || hasExpired(row.expiresAt, ctx.clock());
  const facts: Record<string, string | undefined> = {
    Key: `${key.name} (${key.id})`,
    Kind: `${key.kind}, ${key.role}`,
    Organization: `${organization?.name} (${key.organizationId})`,
    Project: project ? `${project.name} (${project.id})` : key.access,
    Status: status,
    Expires: key.expiresAt?.toISOString() ?? "never",
    "Allowed IPs": key.allowedIps?.join(", "),
    "Last used": key.lastUsedAt?.toISOString() ?? "never",
    Secret: secretState(row, ended),
  };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name.padEnd(13)}${value}`],
  );
  const works = status === "ACTIVE" && !ended;
  return { works, lines: [...lines, works ? "It works." : "It does not work."] };
}

function secretState({ endedAt, expiresAt }: ApiKeySecret, ended: boolean): string {
  if (ended) return `ended ${(endedAt ?? expiresAt)?.toISOString()}: the key was rotated`;
  return expiresAt === null
    ? "the newest of the key"
    : `works until ${expiresAt.toISOString()}: the key was rotated`;
}
