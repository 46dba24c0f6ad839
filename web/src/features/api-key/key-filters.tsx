import { Chip, Group, Input, NativeSelect, Paper } from "@mantine/core";
import type { ApiKeyState } from "../../gql/graphql.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { CreatorFilter } from "./creator-filter.js";
import { useWide } from "./key-list.js";
import {
  KEY_DAYS,
  KEY_KINDS,
  KEY_LEVELS,
  KEY_ROLES,
  KEY_STATES,
  type KeySearch,
  readKeySearch,
  statesOf,
} from "./key-search.js";
import "./key-filters.css";

const text = keyListsText;
const { names } = text;

export interface KeyFiltersProps {
  organizationId: string;
  search: KeySearch;
  onSearch: (patch: KeySearch) => void;
  /** Whether own and inherited keys are mixed here. */
  withLevel: boolean;
  /** Whom the list is narrowed to, with the name as far as it is known. */
  creator: Creator | null;
  onCreator: (creator: Creator | null) => void;
  /** People whose keys are in sight. */
  creators: readonly Creator[];
}

export interface Creator {
  id: string;
  name: string;
}

/** All filters of a list of keys at once; each of them works at once. */
export function KeyFilters(props: KeyFiltersProps) {
  const { search, onSearch } = props;
  const wide = useWide();
  // What a choice says is read as the address is, so that nothing else can come of it.
  const choose = (name: keyof KeySearch) => (value: string) =>
    onSearch({
      [name]: readKeySearch({ [name]: KEY_DAYS.find((days) => String(days) === value) ?? value })[name],
    });
  const days = (label: (amount: number) => string, never: string): [string, string][] => [
    ...KEY_DAYS.map((amount): [string, string] => [String(amount), label(amount)]),
    ["never", never],
  ];

  return (
    <Paper component="section" withBorder bg="var(--surface)" p="sm" mb="xs" aria-label={text.filtersLabel}>
      <div className="key-filters">
        {props.withLevel && (
          <Choice
            label={names.level}
            value={search.level}
            onChange={choose("level")}
            options={KEY_LEVELS.map((level) => [level, text.levels[level]])}
          />
        )}
        <Choice
          label={names.kind}
          value={search.kind}
          onChange={choose("kind")}
          options={KEY_KINDS.map((kind) => [kind, text.kinds[kind]])}
        />
        <Choice
          label={names.role}
          value={search.role}
          onChange={choose("role")}
          options={KEY_ROLES.map((role) => [role, apiKeysText.roles[role]])}
        />
        <Choice
          label={names.expires}
          value={search.expires}
          onChange={choose("expires")}
          options={days(text.expiresWithin, text.expiresNever)}
        />
        <Choice
          label={names.unused}
          value={search.unused}
          onChange={choose("unused")}
          options={days(text.unusedFor, text.unusedEver)}
        />
        <CreatorFilter
          organizationId={props.organizationId}
          known={props.creators}
          value={props.creator}
          onChange={props.onCreator}
        />
        {!wide && (
          <NativeSelect
            label={text.sortBy}
            size="xs"
            value={search.sort ?? "-created"}
            onChange={({ currentTarget }) => choose("sort")(currentTarget.value)}
            data={Object.entries(text.sorts).map(([value, label]) => ({ value, label }))}
          />
        )}
        <States
          value={statesOf(search.status)}
          onChange={(status) => onSearch({ status: status.join(",") || undefined })}
        />
      </div>
    </Paper>
  );
}

interface ChoiceProps {
  label: string;
  value: string | number | undefined;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}

function Choice({ label, value = "", options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[["", text.any], ...options].map(([option = "", name = ""]) => ({ value: option, label: name }))}
    />
  );
}

function States({ value, onChange }: { value: ApiKeyState[]; onChange: (value: string[]) => void }) {
  return (
    <Input.Wrapper label={names.status} size="xs" labelElement="div" className="key-filters-wide">
      <Chip.Group multiple value={value} onChange={onChange}>
        <Group gap={6} role="group" aria-label={names.status} mt={4}>
          {KEY_STATES.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {apiKeysText.states[state]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
