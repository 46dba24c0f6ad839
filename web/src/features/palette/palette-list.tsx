import {
  IconArrowRight,
  IconBolt,
  IconBuilding,
  IconChevronRight,
  IconFolder,
  IconKey,
} from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Kbd } from "../../components/kbd.js";
import { paletteText } from "../../messages/palette.js";
import type { Entry, EntryKind, Group } from "./palette-model.js";

const ICONS: Record<EntryKind, typeof IconKey> = {
  organization: IconBuilding,
  project: IconFolder,
  workflow: IconBolt,
  key: IconKey,
  place: IconArrowRight,
  command: IconChevronRight,
};

interface Props {
  id: string;
  groups: readonly Group[];
  marked: number;
  onMark: (at: number) => void;
  onChoose: (entry: Entry) => void;
}

/** What was found, in groups; the field above says which one the arrows have reached. */
export function PaletteList({ id, groups, marked, onMark, onChoose }: Props) {
  const option = useRef<HTMLDivElement>(null);
  // After each render: what is found anew moves what is marked.
  useEffect(() => {
    option.current?.scrollIntoView?.({ block: "nearest" });
  });
  let count = 0;

  return (
    <div role="listbox" id={`${id}-list`} aria-label={paletteText.results} className="palette-list">
      {groups.map(({ title, entries }, groupAt) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element stands for
        <div role="group" key={title} aria-labelledby={`${id}-group-${groupAt}`}>
          <div className="palette-group" id={`${id}-group-${groupAt}`} role="presentation">
            {title}
          </div>
          {entries.map((entry) => {
            const at = count++;
            const Icon = ICONS[entry.kind];
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
              <div
                key={entry.id}
                ref={at === marked ? option : undefined}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === marked}
                className="palette-entry"
                onPointerMove={() => at !== marked && onMark(at)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
              >
                <Icon size={18} aria-hidden />
                <span className="palette-label">{entry.label}</span>
                {entry.context !== undefined && <span className="palette-context">{entry.context}</span>}
                {entry.shortcut !== undefined && <Kbd beside>{entry.shortcut}</Kbd>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
