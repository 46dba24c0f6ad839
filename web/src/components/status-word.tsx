import { Badge } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { Hint } from "./hint.js";

export interface StatusLook {
  icon: Icon;
  color: "teal" | "green" | "amber" | "red" | "gray";
  word: string;
  /** Why, in a sentence. */
  hint?: string;
}

/** A status as a coloured icon and a word: the colour alone never carries it. */
export function StatusWord({ icon: StatusIcon, color, word, hint }: StatusLook) {
  const badge = (
    <Badge variant="light" color={color} leftSection={<StatusIcon size={14} stroke={2} aria-hidden />}>
      {word}
    </Badge>
  );
  return hint === undefined ? badge : <Hint label={hint}>{badge}</Hint>;
}
