import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconKey, IconUser } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { PasswordField } from "../../components/password-field.js";
import { pastedKey } from "../../lib/pasted-key.js";
import { errorsText } from "../../messages/errors.js";
import { explorerText } from "../../messages/explorer.js";
import { type Holder, whoHolds } from "./who-holds.js";

const text = explorerText;

/** As whom operations run. A key is in this value and nowhere else. */
export type Identity = { kind: "me" } | { kind: "key"; using: { secret: string; holder: Holder } | null };

interface Props {
  identity: Identity;
  onChange: (identity: Identity) => void;
}

/** Chooses between the reader and a key of theirs. */
export function IdentityPicker({ identity, onChange }: Props) {
  return (
    <Group gap="md" align="flex-start" mb="md">
      <SegmentedControl
        aria-label={text.who}
        value={identity.kind}
        onChange={(kind) => onChange(kind === "key" ? { kind, using: null } : { kind: "me" })}
        transitionDuration={0}
        data={[
          { value: "me", label: <Choice icon={IconUser} word={text.me} /> },
          { value: "key", label: <Choice icon={IconKey} word={text.key} /> },
        ]}
      />
      {identity.kind === "me" && (
        <Text size="sm" c="dimmed" py={8}>
          {text.asMe}
        </Text>
      )}
      {identity.kind === "key" && identity.using !== null && (
        <Group gap="sm" py={2}>
          <Text size="sm" role="status">
            {text.usingKey(identity.using.holder.name, text.roles[identity.using.holder.role])}
          </Text>
          <Button variant="default" size="xs" onClick={() => onChange({ kind: "key", using: null })}>
            {text.anotherKey}
          </Button>
        </Group>
      )}
      {identity.kind === "key" && identity.using === null && (
        <KeyField onKey={(using) => onChange({ kind: "key", using })} />
      )}
    </Group>
  );
}

const Choice = ({ icon: Icon, word }: { icon: typeof IconKey; word: string }) => (
  <Group gap={6} wrap="nowrap" justify="center">
    <Icon size={16} aria-hidden />
    {word}
  </Group>
);

function KeyField({ onKey }: { onKey: (using: { secret: string; holder: Holder }) => void }) {
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const key = pastedKey(typed);
    if (!key?.whole) {
      setFault(text.notAKey);
      return;
    }
    setBusy(true);
    try {
      const answer = await whoHolds(key.secret);
      if ("holder" in answer) onKey({ secret: key.secret, holder: answer.holder });
      else setFault(answer.refused);
    } catch {
      setFault(errorsText.network);
    }
    setBusy(false);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ flex: "1 1 20rem", maxWidth: 560 }}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <PasswordField
          flex={1}
          aria-label={text.keyLabel}
          description={text.keyHint}
          inputWrapperOrder={["label", "input", "error", "description"]}
          placeholder={text.keyPlaceholder}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={fault}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setFault(null);
          }}
        />
        <Button type="submit" loading={busy}>
          {text.useKey}
        </Button>
      </Group>
    </form>
  );
}
