import { Loader, Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { Kbd } from "../../components/kbd.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { pastedKey } from "../../lib/pasted-key.js";
import { refusalFrom } from "../../lib/refusal.js";
import { useKeysKeptOut } from "../../lib/use-keys-kept-out.js";
import { errorsText } from "../../messages/errors.js";
import { keyboardText } from "../../messages/keyboard.js";
import { paletteText } from "../../messages/palette.js";
import { PaletteList } from "./palette-list.js";
import {
  assemble,
  type Command,
  type Entry,
  type Found,
  type Group,
  isPlace,
  matching,
  type Place,
  recentFirst,
  step,
} from "./palette-model.js";
import { recentPlaces, remember } from "./recent.js";
import { type Here, usePaletteSearch } from "./use-palette-search.js";
import "./palette.css";

const text = paletteText;

interface Props {
  here: Here;
  /** What can be done on the page, and everywhere; only what the reader may do. */
  page: readonly Command[];
  commands: readonly Command[];
  places: readonly Place[];
  onGo: (href: string) => void;
  /** `chosen`: something was, so that the focus goes there and not back. */
  onClose: (chosen: boolean) => void;
}

/** One field that finds everything the reader may see or do. The focus stays in it; the arrows move a mark. */
export function PaletteDialog({ here, page, commands, places, onGo, onClose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [hadSecret, setHadSecret] = useState(false);
  const [marked, setMarked] = useState(0);
  const { found, error, searching } = usePaletteSearch(pastedKey(typed) === null ? typed : "", here);
  const groups = groupsFor(typed, found, { page, commands, places });
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(marked, Math.max(0, entries.length - 1));

  const { type, onPaste } = useKeysKeptOut(
    (text) => {
      setTyped(text);
      setHadSecret(false);
      setMarked(0);
    },
    () => setHadSecret(true),
  );
  function choose(entry: Entry | undefined) {
    if (entry === undefined) return;
    onClose(true);
    if (isPlace(entry)) {
      remember(entry);
      onGo(entry.href);
    } else entry.run();
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (by === null && event.key !== "Enter") return;
    event.preventDefault();
    if (by === null) choose(entries[at]);
    else setMarked(step(at, by, entries.length));
  }

  return (
    <Modal.Root
      opened
      onClose={() => onClose(false)}
      returnFocus={false}
      size={640}
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content bg="var(--surface)" aria-label={text.title}>
        <div className="palette">
          <div className="palette-field">
            {searching ? <Loader size={18} aria-hidden /> : <IconSearch size={18} aria-hidden />}
            <input
              role="combobox"
              aria-expanded={entries.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
              aria-label={text.field}
              placeholder={text.placeholder}
              value={typed}
              maxLength={200}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              data-autofocus
              onChange={({ currentTarget }) => type(currentTarget.value)}
              onPaste={onPaste}
              onKeyDown={press}
            />
            <Kbd beside>{keyboardText.keys.escape}</Kbd>
          </div>
          <div className="palette-body">
            {hadSecret && <Notice title={text.secretTitle} lead={text.secret} />}
            {error !== undefined && <RefusalAlert title={errorsText.title} refusal={refusalFrom(error)} />}
            {entries.length === 0 && !searching && error === undefined && (
              <Notice title={text.nothing} lead={text.nothingLead(typed.trim())} />
            )}
            <PaletteList id={id} groups={groups} marked={at} onMark={setMarked} onChoose={choose} />
          </div>
          <PaletteFoot />
          <p className="palette-spoken" role="status">
            {searching ? text.searching : typed.trim() === "" ? "" : text.found(entries.length)}
          </p>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function groupsFor(
  typed: string,
  found: Found,
  { page, commands, places }: Pick<Props, "page" | "commands" | "places">,
): Group[] {
  const recent = recentPlaces();
  const named = text.groups;
  const idle = typed.trim() === "";
  return assemble([
    { title: named.recent, entries: idle ? [...recent] : [] },
    { title: named.page, entries: matching(page, typed) },
    { title: named.projects, entries: recentFirst(found.projects, recent) },
    { title: named.workflows, entries: recentFirst(found.workflows, recent) },
    { title: named.keys, entries: recentFirst(found.keys, recent) },
    { title: named.go, entries: matching(places, typed) },
    {
      title: named.organizations,
      entries: idle && found.organizations.length < 2 ? [] : found.organizations,
    },
    { title: named.commands, entries: matching(commands, typed) },
  ]);
}

const Notice = ({ title, lead }: { title: string; lead: string }) => (
  <div className="palette-notice">
    <strong>{title}</strong>
    <p>{lead}</p>
  </div>
);

function PaletteFoot() {
  const { keys } = keyboardText;
  return (
    <div className="palette-foot" aria-hidden>
      <span>
        <Kbd>{keys.up}</Kbd> <Kbd>{keys.down}</Kbd> {text.hints.move}
      </span>
      <span>
        <Kbd>{keys.enter}</Kbd> {text.hints.choose}
      </span>
      <span>
        <Kbd>{keys.escape}</Kbd> {text.hints.close}
      </span>
    </div>
  );
}
