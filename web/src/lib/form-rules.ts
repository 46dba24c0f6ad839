import type { TextRule } from "@postern/shared";

/** A form's check for a field that must be filled. */
export const required = (rule: TextRule) => (value: string) => rule.problem(rule.normalize(value));

/** A form's check for a field that may stay empty. */
export const optional = (rule: TextRule) => (value: string) =>
  value.trim() === "" ? null : rule.problem(rule.normalize(value));

/** What is sent for an optional text: nothing when it was left empty. */
export const textOrNull = (value: string): string | null => (value.trim() === "" ? null : value.trim());
