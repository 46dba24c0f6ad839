import { useState } from "react";

const keyOf = (organizationId: string) => `postern.onboarding.${organizationId}`;
const CLOSED = "closed";

/** Whether this browser need not show an organization's first steps any more: all done, or hidden. */
export function useOnboardingClosed(organizationId: string): [closed: boolean, close: () => void] {
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const closed = closedFor === organizationId || read(organizationId) === CLOSED;
  return [
    closed,
    () => {
      write(organizationId);
      setClosedFor(organizationId);
    },
  ];
}

// A browser may forbid storage; then the steps come back with the next visit.
function read(organizationId: string): string | null {
  try {
    return window.localStorage.getItem(keyOf(organizationId));
  } catch {
    return null;
  }
}

function write(organizationId: string) {
  try {
    window.localStorage.setItem(keyOf(organizationId), CLOSED);
  } catch {}
}
