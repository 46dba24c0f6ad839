import { RE2JS } from "re2js";

const RE2_ONLY =
  "Write it without look-around, back-references and counts above 1000, which RE2 does not have";

/** A compiled pattern, as the validator calls it. */
export interface Pattern {
  test(text: string): boolean;
  /** The validator keeps patterns under this text: without it, all of them would be one. */
  toString(): string;
}

/**
 * Compiles a pattern for RE2, whose time grows with the text and never explodes (`^(a+)+$`). It takes the
 * syntax of ECMA-262 but for look-around and back-references; `\d`, `\w` and `\s` mean ASCII. Throws for others.
 */
export function compilePattern(pattern: string): Pattern {
  // The translation would take a reference to a named group for the letter k.
  if (/^(?:[^\\]|\\[^k])*\\k</s.test(pattern)) throw new Error("back-reference");
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  return { test: (text) => compiled.test(text), toString: () => pattern };
}

/** Why RE2 cannot take a pattern; null when it can. */
export function patternProblem(pattern: string): string | null {
  try {
    compilePattern(pattern);
    return null;
  } catch (error) {
    const [, detail] = /^error parsing regexp: ([^`]*?):? *(?:`|$)/.exec((error as Error).message) ?? [];
    return `This is no pattern that RE2 takes${detail === undefined ? "" : ` (${detail})`}. ${RE2_ONLY}.`;
  }
}
