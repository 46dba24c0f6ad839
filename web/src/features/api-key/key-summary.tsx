import { Text } from "@mantine/core";
import { useNow } from "../../lib/now.js";
import { type KeyDraft, keySentence } from "./key-draft.js";
import type { KeyOwner } from "./key-form.js";
import type { ProjectChoice } from "./project-picker.js";

interface Props {
  draft: KeyDraft;
  owner: KeyOwner;
  selected: ProjectChoice[];
}

/** What the key will be able to do, in a sentence that follows every choice. */
export function KeySummary({ draft, owner, selected }: Props) {
  const now = useNow();
  return (
    <Text size="sm" fw={500} aria-live="polite">
      {keySentence(draft, reach(draft, owner, selected), now)}
    </Text>
  );
}

function reach(draft: KeyDraft, owner: KeyOwner, selected: ProjectChoice[]): string[] | "all" {
  if (owner.level === "PROJECT") return [owner.project.name];
  return draft.access === "ALL_PROJECTS" ? "all" : selected.map(({ name }) => name);
}
