import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { JsonEditor, type JsonEditorHandle } from "../../components/json-editor.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { sampleInput } from "../../lib/sample-input.js";
import { commonText } from "../../messages/common.js";
import { triggerText } from "../../messages/trigger.js";
import { workflowsText } from "../../messages/workflows.js";
import { SchemaView } from "./schema-view.js";
import { type TriggerFaults, useTrigger } from "./use-trigger.js";

const text = workflowsText;

interface Props {
  workflow: { id: string; enabled: boolean; inputSchema: unknown };
  /** Gets the new execution's id, where the caller may read it. */
  onTriggered: (executionId: string) => void;
}

/** Starts one execution with the JSON that somebody types, or checks what would happen. */
export function TriggerForm({ workflow, onTriggered }: Props) {
  const [json, setJson] = useState(() => JSON.stringify(sampleInput(workflow.inputSchema), null, 2));
  const [idempotencyKey, setIdempotencyKey] = useState("");
  const editor = useRef<JsonEditorHandle>(null);
  const keyField = useRef<HTMLInputElement>(null);
  const trigger = useTrigger({ workflowId: workflow.id, onTriggered, onFaults });
  const { busy, faults } = trigger;
  const isLocked = !workflow.enabled || busy !== null;

  function onFaults(found: TriggerFaults) {
    if (found.input.length > 0) editor.current?.showFault(found.input);
    else if (found.idempotencyKey !== null) keyField.current?.focus();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void trigger.send({ json, idempotencyKey }, false);
  }
  function type(typed: string) {
    setJson(typed);
    trigger.forgetCheck();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {workflow.enabled ? text.triggerHint : triggerText.disabled}
        </Text>
        <RefusalAlert title={trigger.refusedTitle} refusal={faults.refusal} />
        <JsonEditor
          ref={editor}
          label={text.input}
          description={text.inputHint}
          value={json}
          onChange={type}
          faults={faults.input}
        />
        {workflow.inputSchema !== null && <SchemaView schema={workflow.inputSchema} />}
        <TextInput
          ref={keyField}
          label={`${triggerText.idempotencyKey} (${commonText.optional})`}
          description={triggerText.idempotencyHint}
          value={idempotencyKey}
          onChange={(event) => setIdempotencyKey(event.currentTarget.value)}
          error={faults.idempotencyKey}
          spellCheck={false}
          autoComplete="off"
        />
        <Checked says={trigger.checked} />
        <Group gap="xs">
          <Button type="submit" loading={busy === "start"} disabled={isLocked}>
            {text.triggerSubmit}
          </Button>
          <Button
            variant="default"
            loading={busy === "check"}
            disabled={isLocked}
            onClick={() => void trigger.send({ json, idempotencyKey }, true)}
          >
            {triggerText.check}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Checked({ says }: { says: string | null }) {
  return (
    <div aria-live="polite">
      {says !== null && (
        <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
          {says}
        </Alert>
      )}
    </div>
  );
}
