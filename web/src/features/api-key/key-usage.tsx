import { Group, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { UsageBars } from "../../components/usage-bars.js";
import { keyDetailText } from "../../messages/key-detail.js";
import type { KeyDetails } from "./key-lock.js";
import { KeySection } from "./key-section.js";

const text = keyDetailText;

/** How much the key was used, day by day. */
export function KeyUsage({ days }: { days: KeyDetails["usage"] }) {
  const sum = (kind: "accepted" | "denied") => days.reduce((total, day) => total + day[kind], 0);
  const accepted = sum("accepted");
  const denied = sum("denied");
  return (
    <KeySection title={text.usage}>
      {accepted + denied === 0 ? (
        <Text size="sm" c="dimmed">
          {text.usageNone}
        </Text>
      ) : (
        <>
          <Group gap="lg" mb="xs" fz="sm">
            <Group gap={6} wrap="nowrap">
              <IconCircleCheck size={16} color="var(--mantine-color-anchor)" aria-hidden />
              <span>
                <strong>{text.accepted(accepted)}</strong> {text.acceptedPlace}
              </span>
            </Group>
            <Group gap={6} wrap="nowrap">
              <IconCircleX size={16} color="var(--mantine-color-error)" aria-hidden />
              <span>
                <strong>{text.denied(denied)}</strong> {text.deniedPlace}
              </span>
            </Group>
          </Group>
          <UsageBars days={days} />
        </>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {text.usageDelay}
      </Text>
    </KeySection>
  );
}
