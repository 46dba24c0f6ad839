import type { Icon } from "@tabler/icons-react";
import { Hint } from "./hint.js";
import "./status-word.css";

export interface StatusLook {
  icon: Icon;
  color: "teal" | "green" | "amber" | "red" | "gray";
  word: string;
  /** Why, in a sentence. */
  hint?: string;
}

/**
 * A status as a coloured icon and a word: the colour alone never carries it. A plain element: a list shows a
 * hundred of them, and Mantine's badge takes ten times as long.
 */
export function StatusWord({ icon: StatusIcon, color, word, hint }: StatusLook) {
  const badge = (
    <span className="status-word" data-color={color}>
      <StatusIcon size={14} stroke={2} aria-hidden />
      <span>{word}</span>
    </span>
  );
  return hint === undefined ? badge : <Hint label={hint}>{badge}</Hint>;
}
