const WIDTH = 320;
const MARGIN = 8;
const ROOM_ABOVE = 64;

/** Fixed offsets for a small box beside an anchor: above it where there is room, else below. */
export interface Place {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

export function placeBeside(anchor: DOMRect): Place {
  const { innerWidth, innerHeight } = window;
  const across =
    anchor.left + WIDTH + MARGIN <= innerWidth || anchor.left < innerWidth / 2
      ? { left: Math.max(MARGIN, anchor.left) }
      : { right: Math.max(MARGIN, innerWidth - anchor.right) };
  return anchor.top >= ROOM_ABOVE
    ? { ...across, bottom: innerHeight - anchor.top }
    : { ...across, top: anchor.bottom };
}
