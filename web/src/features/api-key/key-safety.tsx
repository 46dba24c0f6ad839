import { useQuery } from "@apollo/client/react";
import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { IconShieldCheck, IconShieldExclamation } from "@tabler/icons-react";
import type { ApiKeyInsightKind, ApiKeyLevel } from "../../gql/graphql.js";
import { keyListsText } from "../../messages/key-lists.js";
import { KeySafetyDocument } from "./api-key.graphql.js";
import type { BulkAction } from "./bulk-change.js";
import { KEY_INSIGHTS, type KeySearch, NO_FILTERS } from "./key-search.js";
import "./key-safety.css";

const text = keyListsText;

interface Props {
  organizationId: string;
  level: ApiKeyLevel;
  search: KeySearch;
  onSearch: (patch: KeySearch) => void;
  tools: SafetyTools;
}

/** What can be done to the keys that are shown. */
export interface SafetyTools {
  onSelectAll: () => void;
  /** How many of them the action would change. */
  amountFor: (action: BulkAction) => number;
  onFix: (action: BulkAction) => void;
}

/** What mends each; a key whose access is too wide is narrowed in its own settings. */
const FIXES: Record<ApiKeyInsightKind, BulkAction | null> = {
  EXPIRING_SOON: "EXPIRE",
  NEVER_EXPIRES: "EXPIRE",
  IDLE: "DISABLE",
  NEVER_USED: "DELETE",
  MORE_RIGHTS_THAN_USED: "LOWER",
  WIDER_ACCESS_THAN_USED: null,
  CREATOR_GONE: "DISABLE",
};

/** What deserves a look, as cards that narrow the list to it; below the pressed one, what to do about it. */
export function KeySafety({ organizationId, level, search, onSearch, tools }: Props) {
  const { data } = useQuery(KeySafetyDocument, { variables: { organization: organizationId, level } });
  const insights = data?.organization?.apiKeyInsights;
  if (!insights) return <div className="key-safety-space" />;
  const counts = new Map(insights.map(({ kind, count }) => [kind, count]));
  const cards = KEY_INSIGHTS.filter((kind) => (counts.get(kind) ?? 0) > 0 || kind === search.insight);
  if (cards.length === 0) {
    return (
      <Group gap={6} mb="sm" c="dimmed" fz="sm" wrap="nowrap">
        <IconShieldCheck size={18} aria-hidden />
        {text.safetyCalm}
      </Group>
    );
  }
  const pressed = search.insight;
  const press = (kind: ApiKeyInsightKind) =>
    onSearch({ ...NO_FILTERS, project: search.project, insight: kind === pressed ? undefined : kind });
  return (
    <section aria-labelledby="key-safety" className="key-safety">
      <Group gap={6} wrap="nowrap" mb={6}>
        <IconShieldExclamation size={18} aria-hidden />
        <Title order={2} id="key-safety" fz="sm">
          {text.safety}
        </Title>
      </Group>
      <ul className="key-safety-cards">
        {cards.map((kind) => (
          <li key={kind}>
            <button type="button" aria-pressed={kind === pressed} onClick={() => press(kind)}>
              <strong>{text.safetyCount(counts.get(kind) ?? 0)}</strong>
              <span>{text.insights[kind].card}</span>
            </button>
          </li>
        ))}
      </ul>
      {pressed !== undefined && <Advice insight={pressed} tools={tools} onClose={() => press(pressed)} />}
    </section>
  );
}

interface AdviceProps {
  insight: ApiKeyInsightKind;
  tools: SafetyTools;
  onClose: () => void;
}

/** What to do about it, and the button that does it. */
function Advice({ insight, tools, onClose }: AdviceProps) {
  const fix = FIXES[insight];
  const amount = fix === null ? 0 : tools.amountFor(fix);
  return (
    <Paper withBorder bg="var(--surface)" p="sm" mt="xs">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 20rem">
          {text.insights[insight].fix}
        </Text>
        <Group gap="xs">
          {fix !== null && amount > 0 && (
            <Button size="xs" onClick={() => tools.onFix(fix)}>
              {text.safetyFix(text.bulk[fix].button, amount)}
            </Button>
          )}
          {amount > 1 && (
            <Button size="xs" variant="default" onClick={tools.onSelectAll}>
              {text.safetySelect}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={onClose}>
            {text.safetyShowAll}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
