import type { EntityTarget, ObjectLiteral } from "typeorm";
import { ServerFact } from "../database/server-fact.entity.js";
import { COMPLETION_SECRET } from "../execution/completion-token.js";
import { previousSigningSecretPlace, signingSecretPlace } from "../workflow/signing-secret.js";
import { targetHeadersPlace } from "../workflow/target-headers.js";
import { Workflow } from "../workflow/workflow.entity.js";

/** A column that holds sealed records; where it is null there is none. */
export interface SealedColumn {
  entity: EntityTarget<ObjectLiteral>;
  property: string;
  /** What the record of a row is bound to; the same as where it is sealed and opened. */
  place(row: ObjectLiteral): string;
  /** Which rows hold one, where not all of the table do. */
  where: Record<string, string>;
}

export const sealed = <T extends ObjectLiteral>(
  entity: new () => T,
  property: keyof T & string,
  place: (row: T) => string,
  where: Record<string, string> = {},
): SealedColumn => ({ entity, property, place: (row) => place(row as T), where });

/** Everything that is encrypted at rest. What is missing here is lost when the encryption key changes. */
export const SEALED: readonly SealedColumn[] = [
  sealed(Workflow, "sealedSigningSecret", signingSecretPlace),
  sealed(Workflow, "sealedPreviousSigningSecret", previousSigningSecretPlace),
  sealed(Workflow, "sealedTargetHeaders", targetHeadersPlace),
  sealed(ServerFact, "value", () => COMPLETION_SECRET, { name: COMPLETION_SECRET }),
];
