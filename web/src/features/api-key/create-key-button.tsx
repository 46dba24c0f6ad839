import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import type { KeyOwner } from "./key-form.js";

const CreateKeyDialog = part(() => import("./create-key-dialog.js").then((module) => module.CreateKeyDialog));

/** Opens the dialog that creates a key; its code comes with the first click. */
export function CreateKeyButton({ owner, label }: { owner: KeyOwner; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <CreateButton label={label ?? apiKeysText.create} onClick={() => setOpen(true)} />
      <Suspense>{open && <CreateKeyDialog owner={owner} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
