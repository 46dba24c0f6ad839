import { Button, Group, NativeSelect, Paper, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { ChoiceFilter } from "../../components/choice-filter.js";
import type { AuditEntryRowFragment } from "../../gql/graphql.js";
import { auditText } from "../../messages/audit.js";
import { filtersText } from "../../messages/filters.js";
import { actorsOf, useActorChoices, useChosen, useProjectChoices } from "./audit-choices.js";
import { type AuditSearch, isBackwards, isFiltered, NO_FILTERS } from "./audit-search.js";

const text = auditText;

interface Props {
  organizationId: string;
  search: AuditSearch;
  onSearch: (patch: AuditSearch) => void;
  /** What is in sight, which has names for some of what the filters name by id. */
  entries: readonly AuditEntryRowFragment[];
}

/** All filters at once; each of them works at once. */
export function AuditFilters({ organizationId, search, onSearch, entries }: Props) {
  const actors = actorsOf(entries);
  const chosen = useChosen(organizationId, search, actors);
  const target = entries.find(({ targetId }) => targetId === search.target);
  const targetName = target?.targetName ?? text.unknownTarget;
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
        <ChoiceFilter
          label={text.who}
          any={text.anyone}
          value={chosen.actor}
          onChange={(actor) => onSearch({ actor })}
          useChoices={(words) => useActorChoices(organizationId, words, actors)}
        />
        <ChoiceFilter
          label={text.project}
          any={text.anyProject}
          value={chosen.project}
          onChange={(project) => onSearch({ project })}
          useChoices={(words) => useProjectChoices(organizationId, words)}
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
