import type { TextRule } from "@postern/shared";
import { badUserInput, type FieldFault } from "../errors.js";

const rulesOf = new Map<object, Map<string, TextRule>>();

/** Puts a shared rule on a text field of an input, or on each of its texts: it is tidied by the rule, then checked. */
export const Rule =
  (rule: TextRule): PropertyDecorator =>
  (prototype, property) => {
    const rules = rulesOf.get(prototype) ?? new Map<string, TextRule>();
    rulesOf.set(prototype, rules.set(String(property), rule));
  };

/**
 * Tidies every ruled field in place and throws BAD_USER_INPUT that names all faults at once. A field that is
 * absent or null is left as it is; whether it may be is the schema's part.
 */
export function checkInput(input: object, path = "input"): void {
  const faults = faultsOf(input, path);
  if (faults.length > 0) throw badUserInput(faults);
}

/** The rules on an input's fields, those of the class it extends included; a class's own win. */
function rulesFor(input: object): Map<string, TextRule> {
  const found: [string, TextRule][] = [];
  for (let type = Object.getPrototypeOf(input); type !== null; type = Object.getPrototypeOf(type)) {
    found.unshift(...(rulesOf.get(type) ?? []));
  }
  return new Map(found);
}

function faultsOf(input: object, path: string): FieldFault[] {
  const rules = rulesFor(input);
  return Object.entries(input).flatMap(([field, value]): FieldFault[] => {
    const at = `${path}.${field}`;
    const rule = rules.get(field);
    if (!Array.isArray(value)) return faultsAt(input, field, value, at, rule);
    return value.flatMap((item, index) => faultsAt(value, String(index), item, `${at}.${index}`, rule));
  });
}

function faultsAt(
  holder: object,
  field: string,
  value: unknown,
  path: string,
  rule: TextRule | undefined,
): FieldFault[] {
  if (isInput(value)) return faultsOf(value, path);
  if (rule === undefined || typeof value !== "string") return [];
  const tidy = rule.normalize(value);
  Object.assign(holder, { [field]: tidy });
  const message = rule.problem(tidy);
  return message === null ? [] : [{ path, message }];
}

/** Inputs are instances of their classes. What a caller sends as free JSON is plain, and none of our business. */
function isInput(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
