import { MASKED_VALUE, TARGET_HEADERS_MAX } from "@postern/shared";
import type { Context } from "../context.js";
import { badUserInput, type FieldFault } from "../errors.js";
import type { HeaderField, Workflow } from "./workflow.entity.js";

type Kept = Pick<Workflow, "organizationId" | "id" | "sealedTargetHeaders">;

/** Where a workflow's headers are kept, for the encryption to bind them to. */
export const targetHeadersPlace = ({ organizationId, id }: Pick<Workflow, "organizationId" | "id">): string =>
  `${organizationId}/workflows/${id}/target_headers`;

/** The extra headers as they are sent. */
export function targetHeadersOf(ctx: Context, workflow: Kept): HeaderField[] {
  const { sealedTargetHeaders: sealed } = workflow;
  return sealed === null ? [] : JSON.parse(ctx.encryption.open(sealed, targetHeadersPlace(workflow)));
}

/**
 * The headers as the row keeps them: encrypted, null for none. A value that is the mask keeps the value that
 * the header has now.
 */
export function sealedTargetHeaders(
  ctx: Context,
  workflow: Kept,
  given: readonly HeaderField[] | null,
): string | null {
  const headers = given ?? [];
  const faults: FieldFault[] = [];
  const at = (index: number, field: string) => `input.targetHeaders.${index}.${field}`;
  if (headers.length > TARGET_HEADERS_MAX) {
    faults.push({ path: "input.targetHeaders", message: `Give at most ${TARGET_HEADERS_MAX} headers.` });
  }
  const kept = new Map(targetHeadersOf(ctx, workflow).map(({ name, value }) => [name.toLowerCase(), value]));
  const names = new Set<string>();
  const whole = headers.map(({ name, value }, index) => {
    const lower = name.toLowerCase();
    if (names.has(lower)) faults.push({ path: at(index, "name"), message: "Give each header once." });
    names.add(lower);
    const old = kept.get(lower);
    if (value === MASKED_VALUE && old === undefined) {
      faults.push({ path: at(index, "value"), message: "Give a value: none is kept under this name." });
    }
    return { name, value: value === MASKED_VALUE ? (old ?? "") : value };
  });
  if (faults.length > 0) throw badUserInput(faults);
  return whole.length === 0 ? null : ctx.encryption.seal(JSON.stringify(whole), targetHeadersPlace(workflow));
}
