import { Group, NativeSelect, Select, Switch, Text, TextInput } from "@mantine/core";
import { cronWords, scheduleText } from "../../messages/schedule.js";
import { cronOf, hasTime, PRESETS } from "./schedule-draft.js";
import type { WorkflowForm } from "./workflow-fields.js";

const text = scheduleText;
const SHOWN = 100;

// Browsers leave out UTC itself, which is what most servers' schedules are written for.
const TIME_ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

/** When a workflow runs by itself: a usual rhythm or any expression, and what that means in words. */
export function ScheduleFields({ form }: { form: WorkflowForm }) {
  const { schedule } = form.values;
  const words = cronWords(cronOf(schedule));
  return (
    <>
      <Switch
        label={text.run}
        description={text.runHint}
        error={form.errors.schedule}
        {...form.getInputProps("schedule.on", { type: "checkbox" })}
      />
      {schedule.on && (
        <>
          <Group grow align="flex-start" gap="xs">
            <NativeSelect
              label={text.often}
              data={PRESETS.map((preset) => ({ value: preset, label: text.presets[preset] }))}
              {...form.getInputProps("schedule.preset")}
            />
            {hasTime(schedule.preset) && (
              <TextInput
                label={text.time}
                type="time"
                required
                withAsterisk={false}
                {...form.getInputProps("schedule.time")}
              />
            )}
          </Group>
          {schedule.preset === "custom" && (
            <TextInput
              label={text.cron}
              description={text.cronHint}
              spellCheck={false}
              autoCapitalize="none"
              classNames={{ input: "mono" }}
              {...form.getInputProps("schedule.cron")}
            />
          )}
          <Select
            label={text.timeZone}
            description={text.timeZoneHint}
            data={TIME_ZONES.includes(schedule.timeZone) ? TIME_ZONES : [schedule.timeZone, ...TIME_ZONES]}
            searchable
            limit={SHOWN}
            nothingFoundMessage={text.timeZoneNone}
            maxDropdownHeight={200}
            allowDeselect={false}
            {...form.getInputProps("schedule.timeZone")}
          />
          <Text size="sm" aria-live="polite" fw={600}>
            {words === null ? "" : text.words(cronOf(schedule), schedule.timeZone)}
          </Text>
        </>
      )}
    </>
  );
}
