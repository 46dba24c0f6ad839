import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import type { KeyOwner } from "./key-form.js";

const CreateKeyDialog = part(() => import("./create-key-dialog.js").then((module) => module.CreateKeyDialog));

/**
 * The button that opens the dialog that creates a key, absent where there is no owner to create one for, and
 * that dialog, whose code comes with the first click. They are apart: an empty list gives its button up as soon
 * as the key is made, and the dialog still has the secret to show.
 */
export function useCreateKey(owner: KeyOwner | null, label = apiKeysText.create) {
  const [open, setOpen] = useState(false);
  return {
    button: owner ? <CreateButton label={label} onClick={() => setOpen(true)} /> : undefined,
    dialog: (
      <Suspense>{open && owner && <CreateKeyDialog owner={owner} onClose={() => setOpen(false)} />}</Suspense>
    ),
  };
}
