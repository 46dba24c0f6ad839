export type EntryKind = "organization" | "project" | "workflow" | "key" | "place" | "command";

interface Common {
  id: string;
  kind: EntryKind;
  label: string;
  /** What tells it from another of the same name. */
  context?: string;
  /** The key that does the same without the palette. */
  shortcut?: string;
}
/** Something with an address. */
export interface Place extends Common {
  href: string;
}
/** Something that is done. */
export interface Command extends Common {
  run: () => void;
}
export type Entry = Place | Command;

export interface Group {
  title: string;
  entries: Entry[];
}

/** What the server found, by kind. */
export interface Found {
  organizations: Place[];
  projects: Place[];
  workflows: Place[];
  keys: Place[];
}

export const NOTHING: Found = { organizations: [], projects: [], workflows: [], keys: [] };

export const isPlace = (entry: Entry): entry is Place => "href" in entry;

const GROUP_LIMIT = 8;

/** How well a label answers what was typed: 0 begins with it, 1 a word does, 2 holds every word, null not at all. */
export function rank(label: string, query: string): number | null {
  const text = label.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.every((word) => text.includes(word))) return null;
  if (text.startsWith(words.join(" "))) return 0;
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(words[0] ?? "")) ? 1 : 2;
}

/** The entries that answer what was typed, the best first; all of them while nothing is. */
export function matching<One extends Entry>(entries: readonly One[], query: string): One[] {
  if (query.trim() === "") return [...entries];
  return entries
    .map((entry) => ({ entry, rank: rank(entry.label, query) }))
    .filter((ranked) => ranked.rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ entry }) => entry);
}

/** What the server found comes in its own order; what was opened lately comes before the rest. */
export function recentFirst(entries: readonly Entry[], recent: readonly Place[]): Entry[] {
  const age = ({ id }: Entry) => {
    const at = recent.findIndex((place) => place.id === id);
    return at === -1 ? recent.length : at;
  };
  return entries.toSorted((one, other) => age(one) - age(other));
}

/** Groups without entries are left out; what stands in an earlier group does not come again. */
export function assemble(groups: readonly Group[]): Group[] {
  const seen = new Set<string>();
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, GROUP_LIMIT),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Where the arrow keys lead in a list that begins again at its end. */
export function step(at: number, by: 1 | -1, length: number): number {
  return length === 0 ? 0 : (at + by + length) % length;
}
