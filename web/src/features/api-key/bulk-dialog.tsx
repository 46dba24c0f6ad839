import { Button, Group, List, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { EXPIRY_PRESET_DAYS } from "@postern/shared";
import { type FormEvent, useState } from "react";
import { AlertDialog } from "../../components/alert-dialog.js";
import type { ApiKeyRowFragment, ExpiryPolicy } from "../../gql/graphql.js";
import { textOrNull } from "../../lib/form-rules.js";
import { useNow } from "../../lib/now.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import {
  type BulkAction,
  type BulkDetails,
  isFinal,
  stops,
  useBulkChange,
  usedToday,
} from "./bulk-change.js";
import { CloseButton, OutcomeRow, Rows } from "./bulk-outcome.js";

const text = keyListsText;

export interface BulkDialogProps {
  action: BulkAction;
  keys: ApiKeyRowFragment[];
  /** How many of the selection the action leaves alone. */
  skipped: number;
  onCancel: () => void;
  /** It was done, as far as the server let it. */
  onDone: () => void;
}

/** Asks, does it key by key, and says of each what came of it. */
export function BulkDialog({ action, keys, skipped, onCancel, onDone }: BulkDialogProps) {
  const { run, started, finished, outcomes } = useBulkChange(action, keys);
  const words = text.bulk[action];
  const refused = [...outcomes.values()].filter((outcome) => typeof outcome !== "string").length;
  if (!started) {
    return (
      <AlertDialog
        title={words.title(keys.length)}
        lead={<Text size="sm">{words.lead}</Text>}
        onDismiss={onCancel}
      >
        <Question
          action={action}
          keys={keys}
          skipped={skipped}
          onRun={(details) => void run(details)}
          onCancel={onCancel}
        />
      </AlertDialog>
    );
  }
  const outcomeTitle = refused === 0 ? words.finished(keys.length) : text.bulkRefused(refused, keys.length);
  return (
    <AlertDialog
      title={finished ? outcomeTitle : words.title(keys.length)}
      lead={
        <Text size="sm" role="status">
          {text.bulkWorking(outcomes.size - refused, keys.length)}
        </Text>
      }
      onDismiss={finished ? onDone : undefined}
    >
      <Rows>
        {keys.map((key) => (
          <OutcomeRow key={key.id} name={key.name} done={words.done} outcome={outcomes.get(key.id)} />
        ))}
      </Rows>
      <Group justify="flex-end">
        <CloseButton busy={!finished} onClose={onDone} />
      </Group>
    </AlertDialog>
  );
}

interface QuestionProps extends Omit<BulkDialogProps, "onDone"> {
  onRun: (details: BulkDetails) => void;
}

function Question({ action, keys, skipped, onRun, onCancel }: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [expiry, setExpiry] = useState<ExpiryPolicy>("DAYS_90");
  const now = useNow();
  const words = text.bulk[action];
  const used = stops(action) ? keys.filter((key) => usedToday(key, now)) : [];
  const wide = isFinal(action) ? keys.filter(isWide) : [];
  // What is final and may hurt is not done by one click too many.
  const guarded = isFinal(action) && used.length + wide.length > 0;
  const confirmed = !guarded || typed.trim() === String(keys.length);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirmed) onRun({ reason: textOrNull(reason), expiry });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {(used.length > 0 || wide.length > 0) && (
          <Text size="sm" fw={600}>
            {[
              used.length > 0 ? text.bulkUsed(used.length) : "",
              wide.length > 0 ? text.bulkWide(wide.length) : "",
            ].join(" ")}
          </Text>
        )}
        <Rows>
          {keys.map((key) => {
            const marks = [
              used.includes(key) ? text.bulkUsedMark : "",
              wide.includes(key) ? text.bulkWideMark : "",
            ].filter(Boolean);
            return (
              <List.Item key={key.id}>
                <bdi>{key.name}</bdi> <span className="mono">{key.preview}…</span>
                {marks.length > 0 && <Text span size="xs" c="dimmed">{` ${marks.join(", ")}`}</Text>}
              </List.Item>
            );
          })}
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

const isWide = (key: ApiKeyRowFragment): boolean =>
  key.level === "ORGANIZATION" && key.access === "ALL_PROJECTS";
