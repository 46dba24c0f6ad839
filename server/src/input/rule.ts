import type { TextRule } from "@postern/shared";
import { badUserInput, type FieldFault } from "../errors.js";

const rulesOf = new Map<object, Map<string, TextRule>>();

/** Puts a shared rule on a text field of an input: it is tidied by the rule, then checked. */
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

/** The rules on an input's fields, those of the class it extends included; null when it has none. */
function rulesFor(input: object): Map<string, TextRule> | null {
  const found: [string, TextRule][] = [];
  for (let type = Object.getPrototypeOf(input); type !== null; type = Object.getPrototypeOf(type)) {
    found.push(...(rulesOf.get(type) ?? []));
  }
  return found.length > 0 ? new Map(found) : null;
}

function faultsOf(input: object, path: string): FieldFault[] {
  const rules = rulesFor(input);
  return Object.entries(input).flatMap(([field, value]): FieldFault[] => {
    const rule = rules?.get(field);
    if (typeof value === "object" && value !== null) {
      return rulesFor(value) ? faultsOf(value, `${path}.${field}`) : [];
    }
    if (rule === undefined || typeof value !== "string") return [];
    const tidy = rule.normalize(value);
    Object.assign(input, { [field]: tidy });
    const message = rule.problem(tidy);
    return message === null ? [] : [{ path: `${path}.${field}`, message }];
  });
}
