import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { Suspense, useRef, useState } from "react";
import { Kbd } from "../../components/kbd.js";
import { part } from "../../components/part.js";
import { useShortcut } from "../../lib/shortcuts.js";
import { membersText } from "../../messages/members.js";
import type { MembersPlace } from "./members-place.js";

const InviteDialog = part(() => import("./invite-dialog.js").then((module) => module.InviteDialog));

export function InviteButton({ place }: { place: MembersPlace }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut("c", membersText.invite, () => setOpen(true));
  function close() {
    setOpen(false);
    // Of two dialogs in a row, the second does not know where the focus was before the first.
    requestAnimationFrame(() => button.current?.focus());
  }
  return (
    <>
      <Button
        ref={button}
        leftSection={<IconUserPlus size={16} aria-hidden />}
        rightSection={<Kbd beside>C</Kbd>}
        aria-keyshortcuts="c"
        onPointerEnter={() => void InviteDialog.preload()}
        onClick={() => setOpen(true)}
      >
        {membersText.invite}
      </Button>
      <Suspense>{open && <InviteDialog place={place} onClose={close} />}</Suspense>
    </>
  );
}
