import { Chip, Group, Input, Text, TextInput } from "@mantine/core";
import type { ExpiryPolicy } from "@postern/shared";
import { useNow } from "../../lib/now.js";
import { momentText, toLocalInput, utcText } from "../../lib/time.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { draftEnd, expiryFault, type KeyDraft } from "./key-draft.js";
import { allowsExpiry, type KeyPolicy, latestEnd, NO_POLICY } from "./policy-rules.js";

const text = newApiKeyText;
const POLICIES = Object.keys(text.expiryOptions) as ExpiryPolicy[];

interface Props {
  value: KeyDraft["expiry"];
  error?: string;
  onChange: (value: KeyDraft["expiry"]) => void;
  /** Choices beyond it are locked, with the reason below. */
  policy?: KeyPolicy;
}

/** Every choice in sight, and the exact moment it leads to in words. */
export function ExpiryPicker({ value, error, onChange, policy = NO_POLICY }: Props) {
  const now = useNow();
  const latest = latestEnd(policy, now);
  const custom = value.policy === "CUSTOM";
  return (
    <Input.Wrapper
      label={text.expiry}
      labelElement="div"
      id="expiry"
      description={policy.maxLifetimeDays === null ? undefined : text.expiryLimit(policy.maxLifetimeDays)}
    >
      <Chip.Group
        value={value.policy}
        onChange={(chosen) => onChange({ ...value, policy: chosen as ExpiryPolicy })}
      >
        <Group
          gap="xs"
          mt={4}
          role="radiogroup"
          aria-labelledby="expiry-label"
          tabIndex={-1}
          data-path="expiry"
        >
          {POLICIES.map((choice) => (
            <Chip
              key={choice}
              value={choice}
              size="sm"
              variant="outline"
              disabled={!allowsExpiry(policy, choice)}
            >
              {text.expiryOptions[choice]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {custom && (
        <TextInput
          mt="xs"
          type="datetime-local"
          label={text.expiryDate}
          min={toLocalInput(now)}
          max={latest === null ? undefined : toLocalInput(latest)}
          value={value.expiresAt}
          onChange={(event) => onChange({ ...value, expiresAt: event.currentTarget.value })}
          error={error}
          data-path="expiry.expiresAt"
        />
      )}
      {!custom && error !== undefined && <Input.Error mt="xs">{error}</Input.Error>}
      <Text size="sm" c="dimmed" mt="xs" aria-live="polite">
        {consequence(value, policy, now)}
      </Text>
    </Input.Wrapper>
  );
}

function consequence(value: KeyDraft["expiry"], policy: KeyPolicy, now: Date): string {
  if (value.policy === "NEVER") return text.expiryNever;
  const end = draftEnd(value, now);
  if (end === null) return "";
  return expiryFault(value, policy, now) ?? text.expiryMoment(momentText(end), utcText(end));
}
