import type { Place } from "./palette-model.js";

const KEPT = 6;

// The names of what somebody opened are theirs: kept by this page alone, which ends with the session.
let recent: readonly Place[] = [];

export const recentPlaces = (): readonly Place[] => recent;

export function remember(place: Place): void {
  recent = [place, ...recent.filter(({ id }) => id !== place.id)].slice(0, KEPT);
}
