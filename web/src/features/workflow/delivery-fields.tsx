import { Group, NativeSelect, TextInput } from "@mantine/core";
import { ATTEMPTS_MAX, TIMEOUT_MAX_SECONDS, TIMEOUT_MIN_SECONDS } from "@postern/shared";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { UNITS } from "./workflow-draft.js";
import type { WorkflowForm } from "./workflow-fields.js";

const text = workflowSettingsText;

/** How often a delivery is tried, and how long the target may take. */
export function DeliveryFields({ form }: { form: WorkflowForm }) {
  return (
    <>
      <TextInput
        label={text.maxAttempts}
        description={text.maxAttemptsHint}
        type="number"
        min={1}
        max={ATTEMPTS_MAX}
        {...form.getInputProps("maxAttempts")}
      />
      <TextInput
        label={text.timeout}
        description={text.timeoutHint}
        type="number"
        min={TIMEOUT_MIN_SECONDS}
        max={TIMEOUT_MAX_SECONDS}
        {...form.getInputProps("timeoutSeconds")}
      />
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={text.completion}
          description={text.completionHint}
          type="number"
          min={1}
          {...form.getInputProps("completion.amount")}
          error={form.errors["completion.amount"] ?? form.errors.completionTimeoutSeconds}
        />
        <NativeSelect
          aria-label={text.completionUnit}
          data={UNITS.map((unit) => ({ value: unit, label: text.units[unit] }))}
          {...form.getInputProps("completion.unit")}
          onChange={(event) => {
            form.clearFieldError("completion.amount");
            form.getInputProps("completion.unit").onChange(event);
          }}
        />
      </Group>
    </>
  );
}
