import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import type { KeyOwner } from "./key-form.js";

const CreateKeyDialog = part(() => import("./create-key-dialog.js").then((module) => module.CreateKeyDialog));

/** Opens the dialog that creates a key; its code comes with the first click. */
export function CreateKeyButton({ owner, label }: { owner: KeyOwner; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {label ?? apiKeysText.create}
      </Button>
      <Suspense>{open && <CreateKeyDialog owner={owner} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
