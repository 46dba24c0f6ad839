import { Textarea, TextInput, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { JsonEditor } from "../../components/json-editor.js";
import { NameAndSlug } from "../../components/name-and-slug.js";
import type { JsonFault } from "../../lib/json-faults.js";
import { commonText } from "../../messages/common.js";
import { scheduleText } from "../../messages/schedule.js";
import { slugText } from "../../messages/slug.js";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { workflowsText } from "../../messages/workflows.js";
import { DeliveryFields } from "./delivery-fields.js";
import { HeaderFields } from "./header-fields.js";
import { ScheduleFields } from "./schedule-fields.js";
import type { WorkflowDraft } from "./workflow-draft.js";

const text = workflowSettingsText;

export type WorkflowForm = UseFormReturnType<WorkflowDraft>;

/** What a workflow cannot be without, and its description. */
export function MainFields({ form, isNew }: { form: WorkflowForm; isNew: boolean }) {
  return (
    <>
      {isNew ? (
        <NameAndSlug
          label={workflowsText.name}
          hint={workflowsText.nameHint}
          name={form.values.name}
          nameProps={form.getInputProps("name")}
          slugProps={form.getInputProps("slug")}
        />
      ) : (
        <>
          <TextInput label={workflowsText.name} data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label={slugText.label}
            description={text.slugHint}
            spellCheck={false}
            autoCapitalize="none"
            {...form.getInputProps("slug")}
          />
        </>
      )}
      <TextInput
        label={workflowsText.targetUrl}
        description={workflowsText.targetUrlHint}
        type="url"
        placeholder="https://example.com/hooks/contacts"
        spellCheck={false}
        {...form.getInputProps("targetUrl")}
      />
      <Textarea
        label={`${workflowsText.description} (${commonText.optional})`}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps("description")}
      />
    </>
  );
}

/** Settings whose usual values serve most workflows. */
export function MoreFields({ form, schemaFaults }: { form: WorkflowForm; schemaFaults: JsonFault[] }) {
  return (
    <>
      <Title order={3}>{scheduleText.title}</Title>
      <ScheduleFields form={form} />
      <Title order={3}>{text.schemaSection}</Title>
      <JsonEditor
        label={text.schema}
        description={text.schemaHint}
        placeholder={text.schemaExample}
        value={form.values.inputSchema}
        onChange={(value) => form.setFieldValue("inputSchema", value)}
        faults={form.errors.inputSchema ? schemaFaults : []}
        path="inputSchema"
      />
      <Title order={3}>{text.deliverySection}</Title>
      <DeliveryFields form={form} />
      <HeaderFields form={form} />
    </>
  );
}
