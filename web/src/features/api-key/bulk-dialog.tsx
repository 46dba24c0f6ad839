import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { EXPIRY_PRESET_DAYS } from "@postern/shared";
import { type FormEvent, useState } from "react";
import { AlertDialog } from "../../components/alert-dialog.js";
import type { ApiKeyRowFragment, ExpiryPolicy } from "../../gql/graphql.js";
import { textOrNull } from "../../lib/form-rules.js";
import { useNow } from "../../lib/now.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import { type BulkAction, type BulkDetails, stops, useBulkChange } from "./bulk-change.js";
import { OutcomeRow, Progress, Rows, tally, unchangedIn, WorkEnd, worstFirst } from "./bulk-outcome.js";
import { Marks, reasonsToType } from "./bulk-reasons.js";
import { useFreshUse } from "./use-fresh-use.js";
import type { LookUpPlace } from "./use-pasted-key.js";

const text = keyListsText;

export interface BulkDialogProps {
  /** Where the keys can be asked for. */
  place: LookUpPlace;
  action: BulkAction;
  keys: ApiKeyRowFragment[];
  /** How many of the selection the action leaves alone. */
  skipped: number;
  onCancel: () => void;
  /** It was done, except on those. */
  onDone: (unchanged: readonly string[]) => void;
}

/** Asks, does it key by key, and says of each what came of it. */
export function BulkDialog({ place, action, keys, skipped, onCancel, onDone }: BulkDialogProps) {
  const { run, state, outcomes, ...work } = useBulkChange(action, keys);
  const words = text.bulk[action];
  if (state === "ASKED") {
    return (
      <AlertDialog
        title={words.title(keys.length)}
        lead={<Text size="sm">{words.lead}</Text>}
        onDismiss={onCancel}
      >
        <Question
          place={place}
          action={action}
          keys={keys}
          skipped={skipped}
          onRun={(details) => void run(details)}
          onCancel={onCancel}
        />
      </AlertDialog>
    );
  }
  const finished = state === "FINISHED";
  const { done, refused, left } = tally(outcomes);
  const close = () => onDone(unchangedIn(outcomes));
  const result =
    left > 0
      ? text.bulkStopped(left)
      : refused > 0
        ? text.bulkRefused(refused, keys.length)
        : words.finished(keys.length);
  return (
    <AlertDialog
      title={finished ? result : text.bulkRunning(keys.length)}
      lead={
        <Text size="sm" role="status" aria-live={finished ? "polite" : "off"}>
          {text.bulkWorking(done, keys.length)}
          {finished && left > 0 && refused > 0 && `. ${text.bulkRefused(refused, keys.length)}.`}
        </Text>
      }
      onDismiss={finished ? close : undefined}
    >
      {!finished && <Progress done={outcomes.size} total={keys.length} />}
      <Rows>
        {(finished ? worstFirst(keys, outcomes) : keys).map((key) => (
          <OutcomeRow key={key.id} name={key.name} done={words.done} outcome={outcomes.get(key.id)} />
        ))}
      </Rows>
      <WorkEnd {...work} state={state} onClose={close} />
    </AlertDialog>
  );
}

interface QuestionProps extends Omit<BulkDialogProps, "onDone"> {
  onRun: (details: BulkDetails) => void;
}

function Question({ place, action, keys, skipped, onRun, onCancel }: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [expiry, setExpiry] = useState<ExpiryPolicy>("DAYS_90");
  const now = useNow();
  const words = text.bulk[action];
  const fresh = useFreshUse(place, stops(action) ? keys.map(({ id }) => id) : []);
  const { asked, found } = reasonsToType(action, keys, fresh, now);
  // What may hurt is not done by one click too many, no more than with a single key.
  const guarded = found.length > 0;
  const confirmed = fresh !== undefined && (!guarded || typed.trim() === String(keys.length));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirmed) onRun({ reason: textOrNull(reason), expiry });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {guarded && (
          <Text size="sm" fw={600}>
            {found.map(([reason, amount]) => text.bulkBecause[reason](amount)).join(" ")}
          </Text>
        )}
        <Rows>
          {asked.map(({ key, reasons }) => (
            <li key={key.id} className="key-asked">
              <bdi>{key.name}</bdi> <span className="mono">{key.preview}…</span>
              <Marks reasons={reasons} lastUsedAt={key.lastUsedAt} />
            </li>
          ))}
        </Rows>
        {skipped > 0 && (
          <Text size="sm" c="dimmed">
            {words.skipped(skipped)}
          </Text>
        )}
        {action === "EXPIRE" && (
          <NativeSelect
            label={text.bulkTerm}
            w={200}
            value={expiry}
            onChange={({ currentTarget }) => setExpiry(termOf(currentTarget.value))}
            data={TERMS.map((term) => ({ value: term, label: text.bulkTerms(EXPIRY_PRESET_DAYS[term]) }))}
          />
        )}
        {action === "REVOKE" && (
          <TextInput
            label={`${text.bulkReason} (${commonText.optional})`}
            description={text.bulkReasonHint}
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        {guarded && (
          <TextInput
            label={text.bulkConfirm(keys.length)}
            inputMode="numeric"
            autoComplete="off"
            w={200}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} data-autofocus>
            {commonText.cancel}
          </Button>
          <Button type="submit" color={stops(action) ? "red" : undefined} disabled={!confirmed}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const TERMS = ["DAYS_7", "DAYS_14", "DAYS_30", "DAYS_60", "DAYS_90"] as const;
const termOf = (value: string) => TERMS.find((term) => term === value) ?? "DAYS_90";
