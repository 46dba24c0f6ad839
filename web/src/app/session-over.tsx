import { CatchBoundary, type ErrorComponentProps } from "@tanstack/react-router";
import { Suspense, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { PartMissing, part } from "../components/part.js";
import { reportSilence, useConnectedAgain } from "../lib/connection.js";
import { loadAgainOnce } from "../lib/load-again.js";
import { signInAddress } from "../lib/next-path.js";
import type { Session } from "./session.js";

const Dialog = part(() =>
  import("../features/session/session-over-dialog.js").then((module) => module.SessionOverDialog),
);
const PRELOAD_AFTER_MS = 3_000;

interface Props {
  session: Session;
  startAgain: (address: string) => void;
}

/** In front of whatever is shown, once the server no longer knows the session of whom it is shown to. */
export function SessionOver({ session: { over }, startAgain }: Props) {
  const person = useSyncExternalStore(
    (changed) => {
      const subscription = over.subscribe(changed);
      return () => subscription.unsubscribe();
    },
    () => over.value,
  );
  useDeaf(person !== null);
  // Later the server may be another version, which does not have it any more.
  useEffect(() => {
    const timer = setTimeout(() => void Dialog.preload(), PRELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  function signInElse() {
    const { pathname, search, hash } = window.location;
    startAgain(signInAddress({ next: pathname + search + hash, why: "ended" }));
  }
  if (person === null) return null;
  return (
    <CatchBoundary getResetKey={() => person.id} errorComponent={NotThere}>
      <Suspense>
        <Dialog email={person.email} onSomebodyElse={signInElse} />
      </Suspense>
    </CatchBoundary>
  );
}

/** Dialogs behind would take Esc for theirs. Theirs came later, so this hears it first. */
function useDeaf(isDeaf: boolean) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isDeaf && event.key === "Escape") event.stopImmediatePropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
}

/** The dialog's code did not come, now or when it was asked for beforehand: once it can, it does. */
function NotThere({ error, reset }: ErrorComponentProps) {
  const again = useEffectEvent(reset);
  useEffect(() => {
    if (!(error instanceof PartMissing)) return;
    error.forget();
    error.load().then(
      () => again(),
      () => {
        void reportSilence();
        void loadAgainOnce(error.message);
      },
    );
  }, [error]);
  useConnectedAgain(reset);
  return null;
}
