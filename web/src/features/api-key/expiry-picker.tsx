import { Chip, Group, Input, Text, TextInput } from "@mantine/core";
import { type ExpiryPolicy, expiryProblem } from "@postern/shared";
import { useNow } from "../../lib/now.js";
import { fromLocalInput, momentText, toLocalInput, utcText } from "../../lib/time.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { draftEnd, type KeyDraft } from "./key-draft.js";

const text = newApiKeyText;
const POLICIES = Object.keys(text.expiryOptions) as ExpiryPolicy[];

interface Props {
  value: KeyDraft["expiry"];
  error?: string;
  onChange: (value: KeyDraft["expiry"]) => void;
}

/** Every choice in sight, and the exact moment it leads to in words. */
export function ExpiryPicker({ value, error, onChange }: Props) {
  const now = useNow();
  return (
    <Input.Wrapper label={text.expiry} labelElement="div" id="expiry">
      <Chip.Group
        value={value.policy}
        onChange={(policy) => onChange({ ...value, policy: policy as ExpiryPolicy })}
      >
        <Group gap="xs" mt={4} role="radiogroup" aria-labelledby="expiry-label">
          {POLICIES.map((policy) => (
            <Chip key={policy} value={policy} size="sm" variant="outline">
              {text.expiryOptions[policy]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {value.policy === "CUSTOM" && (
        <TextInput
          mt="xs"
          type="datetime-local"
          label={text.expiryDate}
          min={toLocalInput(now)}
          value={value.expiresAt}
          onChange={(event) => onChange({ ...value, expiresAt: event.currentTarget.value })}
          error={error}
          data-path="expiry.expiresAt"
        />
      )}
      <Text size="sm" c="dimmed" mt="xs" aria-live="polite">
        {consequence(value, now)}
      </Text>
    </Input.Wrapper>
  );
}

function consequence(value: KeyDraft["expiry"], now: Date): string {
  if (value.policy === "NEVER") return text.expiryNever;
  const end = draftEnd(value, now);
  if (end === null) return "";
  const problem = expiryProblem(
    value.policy,
    value.policy === "CUSTOM" ? fromLocalInput(value.expiresAt) : null,
    now,
  );
  return problem ?? text.expiryMoment(momentText(end), utcText(end));
}
