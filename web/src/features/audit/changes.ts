import { momentText } from "../../lib/time.js";
import { auditText } from "../../messages/audit.js";
import { listed } from "../../messages/counting.js";

/** One recorded field, in words. A field that changed has both values; one of something new, or one added, has one. */
export interface RecordedField {
  field: string;
  old?: string;
  now: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const CONSTANT = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** What an entry recorded, in words. `nameOf` gives the name behind an id, where it is known. */
export function readChanges(
  changes: unknown,
  nameOf: (id: string) => string | undefined = () => undefined,
): RecordedField[] {
  if (typeof changes !== "object" || changes === null) return [];
  return Object.entries(changes).map(([name, value]) => {
    const field = auditText.field(name);
    return isDifference(value)
      ? { field, old: valueText(value.old, nameOf), now: valueText(value.new, nameOf) }
      : { field, now: valueText(value, nameOf) };
  });
}

function isDifference(value: unknown): value is { old: unknown; new: unknown } {
  return typeof value === "object" && value !== null && "old" in value && "new" in value;
}

function valueText(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === "") return auditText.nothing;
  if (typeof value === "boolean") return value ? auditText.yes : auditText.no;
  if (typeof value === "number") return value.toLocaleString("en");
  if (Array.isArray(value)) {
    return value.length === 0 ? auditText.nothing : listed(value.map((item) => valueText(item, nameOf)));
  }
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (INSTANT.test(text)) return momentText(new Date(text));
  return nameOf(text) ?? (CONSTANT.test(text) ? constantText(text) : text);
}

/** "ALL_PROJECTS" as "All projects"; short names in capitals stay what they may be: names. */
function constantText(text: string): string {
  const known = text.includes("_") || CONSTANTS.has(text);
  return known ? text.charAt(0) + text.slice(1).toLowerCase().replaceAll("_", " ") : text;
}

const CONSTANTS = new Set(
  "OWNER ADMIN MEMBER EDITOR VIEWER TRIGGER PRIVILEGED PERSONAL SERVICE SYSTEM NEVER CUSTOM".split(" "),
);
