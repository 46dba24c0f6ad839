import { Button, Group, List, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AlertDialog } from "../../components/alert-dialog.js";
import { refusalText } from "../../components/refusal-text.js";
import type { ApiKeyRowFragment } from "../../gql/graphql.js";
import { textOrNull } from "../../lib/form-rules.js";
import { useNow } from "../../lib/now.js";
import { commonText } from "../../messages/common.js";
import { keyListsText } from "../../messages/key-lists.js";
import { type BulkAction, isFinal, type Outcome, useBulkChange, usedToday } from "./bulk-change.js";

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
          onRun={(reason) => void run(reason)}
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

const Rows = ({ children }: { children: ReactNode }) => (
  <ScrollArea.Autosize
    mah={240}
    type="auto"
    viewportProps={{ tabIndex: 0, role: "group", "aria-label": text.bulkKeys }}
  >
    <List size="sm" listStyleType="none" spacing={6}>
      {children}
    </List>
  </ScrollArea.Autosize>
);

interface QuestionProps extends Omit<BulkDialogProps, "onDone"> {
  onRun: (reason: string | null) => void;
}

function Question({ action, keys, skipped, onRun, onCancel }: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const now = useNow();
  const words = text.bulk[action];
  const used = action === "ENABLE" ? [] : keys.filter((key) => usedToday(key, now));
  const wide = isFinal(action) ? keys.filter(isWide) : [];
  // What is final and may hurt is not done by one click too many.
  const guarded = isFinal(action) && used.length + wide.length > 0;
  const confirmed = !guarded || typed.trim() === String(keys.length);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirmed) onRun(textOrNull(reason));
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
                {key.name} <span className="mono">{key.preview}…</span>
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
          <Button type="submit" color={action === "ENABLE" ? undefined : "red"} disabled={!confirmed}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isWide = (key: ApiKeyRowFragment): boolean =>
  key.level === "ORGANIZATION" && key.access === "ALL_PROJECTS";

function OutcomeRow({ name, done, outcome }: { name: string; done: string; outcome: Outcome | undefined }) {
  const refused = outcome !== undefined && typeof outcome !== "string";
  const RowIcon = outcome === undefined ? IconClock : refused ? IconCircleX : IconCircleCheck;
  const color = refused ? "var(--mantine-color-error)" : undefined;
  const word = outcome === undefined ? text.bulkWaiting : outcome === "gone" ? text.bulkGone : done;
  return (
    <List.Item>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <RowIcon size={18} color={color} aria-hidden style={{ flex: "none" }} />
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm" c={refused ? "var(--mantine-color-error)" : "dimmed"}>
            {refused ? refusalText(outcome) : word}
          </Text>
        </div>
      </Group>
    </List.Item>
  );
}

/** Gets the focus when it comes: the button that was pressed is gone. */
function CloseButton({ busy, onClose }: { busy: boolean; onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!busy) button.current?.focus();
  }, [busy]);
  return (
    <Button ref={button} loading={busy} onClick={onClose}>
      {commonText.close}
    </Button>
  );
}
