import { Button, Group, NativeSelect, Paper, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { auditText } from "../../messages/audit.js";
import { filtersText } from "../../messages/filters.js";
import type { AuditPlaces, Choice } from "./audit-places.js";
import { type AuditSearch, isBackwards, isFiltered, NO_FILTERS } from "./audit-search.js";

const text = auditText;

interface Props {
  search: AuditSearch;
  onSearch: (patch: AuditSearch) => void;
  places: AuditPlaces;
  actors: readonly Choice[];
  /** The name of what the log is narrowed to. */
  targetName: string | undefined;
}

/** All filters at once; each of them works at once. */
export function AuditFilters({ search, onSearch, places, actors, targetName = text.unknownTarget }: Props) {
  const day = (name: "since" | "until") => ({
    label: text[name],
    type: "date",
    size: "xs",
    value: search[name] ?? "",
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onSearch({ [name]: currentTarget.value || undefined }),
  });
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="sm" mb="sm" aria-label={text.filters}>
      <div className="audit-filters">
        <NativeSelect
          label={text.what}
          size="xs"
          value={search.action ?? ""}
          onChange={({ currentTarget }) => onSearch({ action: currentTarget.value || undefined })}
          data={actionChoices(search.action)}
        />
        <Named
          label={text.who}
          any={text.anyone}
          unknown={text.unknownActor}
          choices={actors}
          value={search.actor}
          onChange={(actor) => onSearch({ actor })}
        />
        <Named
          label={text.project}
          any={text.anyProject}
          unknown={text.unknownProject}
          choices={[...places.projects.values()]}
          value={search.project}
          onChange={(project) => onSearch({ project })}
        />
        <TextInput {...day("since")} max={search.until} />
        <TextInput
          {...day("until")}
          min={search.since}
          error={isBackwards(search) ? text.untilBefore : undefined}
        />
      </div>
      {isFiltered(search) && (
        <Group gap="xs" mt="sm">
          {search.target !== undefined && (
            <Button
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} aria-hidden />}
              aria-label={text.removeTarget(targetName)}
              onClick={() => onSearch({ target: undefined })}
            >
              {text.target(targetName)}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={() => onSearch(NO_FILTERS)}>
            {filtersText.clearAll}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function actionChoices(chosen: string | undefined) {
  const groups = text.choices.map(([group, actions]) => ({
    group,
    items: actions.map(([value, label]) => ({ value, label })),
  }));
  const known = groups.some(({ items }) => items.some(({ value }) => value === chosen));
  const other = chosen === undefined || known ? [] : [{ value: chosen, label: text.otherAction(chosen) }];
  return [{ value: "", label: text.anything }, ...other, ...groups];
}

interface NamedProps {
  label: string;
  any: string;
  unknown: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** A choice by name; an id of the address that nobody knows is still a choice. */
function Named({ label, any, unknown, choices, value, onChange }: NamedProps) {
  const other =
    value === undefined || choices.some(({ id }) => id === value) ? [] : [{ id: value, name: unknown }];
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[
        { value: "", label: any },
        ...[...other, ...choices].map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
