import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { membersText } from "../../messages/members.js";
import type { MembersPlace } from "./members-place.js";

const InviteDialog = part(() => import("./invite-dialog.js").then((module) => module.InviteDialog));

export function InviteButton({ place }: { place: MembersPlace }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onPointerEnter={() => void InviteDialog.preload()}
        onClick={() => setOpen(true)}
      >
        {membersText.invite}
      </Button>
      <Suspense>{open && <InviteDialog place={place} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
