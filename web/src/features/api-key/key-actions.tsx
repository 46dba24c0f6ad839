import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  IconBan,
  IconCopyPlus,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconTrash,
} from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { useAttempt } from "../../lib/use-attempt.js";
import { errorsText } from "../../messages/errors.js";
import { keyChangesText } from "../../messages/key-changes.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { KEY_LISTS, SetApiKeyEnabledDocument } from "./api-key.graphql.js";
import type { CreateKeyProps } from "./create-key-dialog.js";
import { ApiKeyDetailsDocument, ApiKeyHistoryDocument } from "./key-detail.graphql.js";
import { draftOf } from "./key-draft.js";
import type { KeyOwner } from "./key-form.js";
import { type KeyDetails, kindsFor, type offersFor } from "./key-lock.js";
import type { RotateKeyProps } from "./rotate-key-dialog.js";
import { type StopAction, StopKeyDialog } from "./stop-key-dialog.js";

const RotateKeyDialog = part<RotateKeyProps>(() =>
  import("./rotate-key-dialog.js").then((module) => module.RotateKeyDialog),
);
const CreateKeyDialog = part<CreateKeyProps>(() =>
  import("./create-key-dialog.js").then((module) => module.CreateKeyDialog),
);

const text = keyChangesText;

interface Props {
  apiKey: KeyDetails;
  offers: ReturnType<typeof offersFor>;
  onBusy: (busy: boolean) => void;
  onEdit: () => void;
  onGone: () => void;
}

/** What the viewer may do with the key, and the dialogs that ask before it is done. */
export function KeyActions({ apiKey, offers, onBusy, onEdit, onGone }: Props) {
  const [open, setOpen] = useState<"ROTATE" | "DUPLICATE" | StopAction | null>(null);
  const { attempt: enable, busy: enabling, refusal } = useAttempt(useEnable(apiKey));
  const show = (dialog: typeof open) => {
    setOpen(dialog);
    onBusy(dialog !== null);
  };
  const close = () => show(null);
  function edit() {
    close();
    onEdit();
  }
  const stops = (["DISABLE", "REVOKE", "DELETE"] as const).filter(
    (action) => offers[action.toLowerCase() as Lowercase<typeof action>],
  );
  if (!offers.rotate && !offers.enable && !offers.duplicate && stops.length === 0) return null;

  return (
    <>
      <RefusalAlert title={errorsText.formTitle} refusal={refusal} />
      <Group gap="xs" role="group" aria-label={keyDetailText.actions}>
        {offers.rotate && (
          <Button
            size="xs"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => show("ROTATE")}
          >
            {text.rotate}
          </Button>
        )}
        {offers.enable && (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={enabling}
            onClick={() => void enable()}
          >
            {text.enable}
          </Button>
        )}
        {offers.duplicate && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopyPlus size={16} aria-hidden />}
            onClick={() => show("DUPLICATE")}
          >
            {keyDetailText.duplicate}
          </Button>
        )}
        {stops.map((action) => {
          const StopIcon = STOP_ICONS[action];
          return (
            <Button
              key={action}
              size="xs"
              variant="default"
              leftSection={<StopIcon size={16} aria-hidden />}
              onClick={() => show(action)}
            >
              {text.stop[action].button}
            </Button>
          );
        })}
      </Group>
      <Suspense>
        {open === "ROTATE" && <RotateKeyDialog apiKey={apiKey} onEdit={edit} onClose={close} />}
        {open === "DUPLICATE" && (
          <CreateKeyDialog
            owner={ownerLike(apiKey)}
            like={{ draft: draftToCopy(apiKey), selected: apiKey.selectedProjects }}
            onClose={close}
          />
        )}
      </Suspense>
      {(open === "DISABLE" || open === "REVOKE" || open === "DELETE") && (
        <StopKeyDialog
          action={open}
          apiKey={apiKey}
          onClose={close}
          onDone={open === "DELETE" ? onGone : undefined}
        />
      )}
    </>
  );
}

const STOP_ICONS = { DISABLE: IconPlayerPause, REVOKE: IconBan, DELETE: IconTrash };

function ownerLike(apiKey: KeyDetails): KeyOwner {
  const kinds = kindsFor(apiKey);
  return apiKey.project === null
    ? { level: "ORGANIZATION", organization: apiKey.organization, kinds }
    : { level: "PROJECT", project: apiKey.project, kinds };
}

/** A key that goes by its id has no name to copy. */
const draftToCopy = (apiKey: KeyDetails) => {
  const draft = draftOf(apiKey);
  return apiKey.name === apiKey.id ? { ...draft, name: "" } : draft;
};

/** Enabling breaks nothing, so it is not asked about. */
function useEnable(apiKey: KeyDetails) {
  const client = useApolloClient();
  const [setEnabled] = useMutation(SetApiKeyEnabledDocument);
  return async () => {
    await setEnabled({ variables: { id: apiKey.id, enabled: true } });
    notifications.show({ message: text.enabled(apiKey.name) });
    void client.refetchQueries({ include: [...KEY_LISTS, ApiKeyDetailsDocument, ApiKeyHistoryDocument] });
  };
}
