import type { FieldFault } from "../errors.js";
import { keywordProblem, pointerTo, subschemasOf } from "./input-schema-keywords.js";
import { patternProblem } from "./input-schema-pattern.js";

/** Faults that one answer names. */
export const FAULTS_MAX = 10;
/** How often one value may be looked at by `$ref`, `allOf` and their like, one inside another. */
const LOOKS_MAX = 10_000;

/** What is known of a schema once it has been walked. */
interface Walk {
  faults: FieldFault[];
  /** By its pointer, each schema within: where else the same value is looked at, and what it refers to. */
  places: Map<string, { inPlace: string[]; reference: string | null }>;
  anchors: Map<string, string>;
}

/**
 * What keeps a value from being an input schema: everything that the draft does not know (a typing mistake
 * would else check nothing, in silence), references that lead nowhere, outside or in a circle, patterns that
 * RE2 does not take. The value is within the limits of `sizeFault`.
 */
export function faultsOf(schema: unknown): FieldFault[] {
  const walk: Walk = { faults: [], places: new Map(), anchors: new Map() };
  visit(walk, "", schema);
  if (walk.faults.length === 0) checkReferences(walk);
  if (walk.faults.length === 0) checkLooks(walk);
  return walk.faults.slice(0, FAULTS_MAX);
}

function visit(walk: Walk, pointer: string, schema: unknown): void {
  const place = { inPlace: [] as string[], reference: null as string | null };
  walk.places.set(pointer, place);
  if (typeof schema === "boolean") return;
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    walk.faults.push({ path: pointer, message: "Give a schema: an object, true or false." });
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const problem =
      keywordProblem(keyword, value, pointer === "") ?? anchorProblem(walk, keyword, value, pointer);
    if (problem !== null) walk.faults.push({ path: pointer + pointerTo(keyword), message: problem });
    else if (keyword === "$ref") place.reference = value;
    else visitBelow(walk, pointer, place.inPlace, keyword, value);
  }
}

function anchorProblem(walk: Walk, keyword: string, value: unknown, pointer: string): string | null {
  if (keyword !== "$anchor") return null;
  if (walk.anchors.has(value as string)) return "Another place of this schema has that anchor already.";
  walk.anchors.set(value as string, pointer);
  return null;
}

function visitBelow(walk: Walk, pointer: string, inPlace: string[], keyword: string, value: unknown): void {
  for (const below of subschemasOf(keyword, value)) {
    const path = pointer + below.pointer;
    const problem = below.byPattern ? patternProblem(below.name ?? "") : nameProblem(below.name);
    if (problem !== null) walk.faults.push({ path, message: problem });
    if (below.inPlace) inPlace.push(path);
    visit(walk, path, below.schema);
  }
}

/** The validator passes this one name over, so a schema for it would check nothing. */
const nameProblem = (name: string | null): string | null =>
  name === "__proto__" ? "This name cannot be described. propertyNames can refuse it." : null;

function checkReferences({ faults, places, anchors }: Walk): void {
  for (const [pointer, place] of places) {
    if (place.reference === null) continue;
    const target = targetOf(place.reference, anchors);
    if (target !== null && places.has(target)) place.inPlace.push(target);
    else
      faults.push({ path: `${pointer}/$ref`, message: "There is no schema at that place of this schema." });
  }
}

/** The pointer that a reference means; null where it means none. */
function targetOf(reference: string, anchors: Map<string, string>): string | null {
  try {
    const fragment = decodeURIComponent(reference.slice(1));
    return fragment === "" || fragment.startsWith("/") ? fragment : (anchors.get(fragment) ?? null);
  } catch {
    return null;
  }
}

/**
 * A schema that looks at the same value again by way of itself never ends; one that does so through twenty
 * doublings looks a million times. Both are told by counting, without an input.
 */
function checkLooks({ faults, places }: Walk): void {
  const looks = new Map<string, number>();
  const count = (pointer: string): number => {
    const known = looks.get(pointer);
    if (known !== undefined) return known;
    // Whoever comes back here before the count is known has gone in a circle.
    looks.set(pointer, Number.POSITIVE_INFINITY);
    const below = places.get(pointer)?.inPlace ?? [];
    const total = below.reduce((sum, next) => sum + count(next), 1);
    looks.set(pointer, total);
    return total;
  };
  for (const pointer of places.keys()) {
    const total = count(pointer);
    if (total <= LOOKS_MAX) continue;
    const message =
      total === Number.POSITIVE_INFINITY
        ? "This refers to itself without going deeper into the input, so a check would never end."
        : `This looks at one value more than ${LOOKS_MAX} times, as its references repeat each other.`;
    faults.push({ path: pointer, message });
    return;
  }
}
