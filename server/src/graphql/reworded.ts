import { SELECTIONS_MAX, TOKENS_MAX } from "./limits.js";

/**
 * What the libraries say of limits and settings, in words that a caller can act on: they name no limit, or an
 * option of the library, or call it wrong syntax.
 */
const WORDS: [theirs: RegExp, ours: string][] = [
  [/^Syntax Error: (?=\w+(?: depth)? limit of \d+ exceeded)/, ""],
  [
    /^Syntax Error: Document contains more that \d+ tokens.*$/,
    `The document has more than ${TOKENS_MAX} tokens, its words and signs. Ask for less at once.`,
  ],
  [
    /^.* recursively requests too many selections\.$/,
    `The operation has more than ${SELECTIONS_MAX} selections, fragments unfolded. Ask for less at once.`,
  ],
  // graphql-js compares the fields of one name in pairs, and stops at this many steps.
  [
    /^Validation aborted\.$/,
    "The operation selects fields of one name so often that comparing them takes more than 500000 steps. Select each field once.",
  ],
  [
    /^GraphQL introspection is not allowed by Apollo Server[\s\S]*$/,
    "Introspection is switched off at this server (INTROSPECTION=off).",
  ],
];

export const reworded = (message: string): string =>
  WORDS.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message);
