import { useMutation } from "@apollo/client/react";
import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { idempotencyKeyRule } from "@postern/shared";
import { IconCircleCheck } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { JsonEditor, type JsonEditorHandle } from "../../components/json-editor.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { type JsonFault, jsonFaultsOf } from "../../lib/json-faults.js";
import { readJsonText } from "../../lib/json-text.js";
import { faultsByField, type Refusal, refusalFrom } from "../../lib/refusal.js";
import { sampleInput } from "../../lib/sample-input.js";
import { commonText } from "../../messages/common.js";
import { jsonEditorText } from "../../messages/json-editor.js";
import { triggerText } from "../../messages/trigger.js";
import { workflowsText } from "../../messages/workflows.js";
import { SchemaView } from "./schema-view.js";
import { TriggerWorkflowDocument } from "./workflow.graphql.js";

const text = workflowsText;

interface Props {
  workflow: { id: string; enabled: boolean; inputSchema: unknown };
  /** Gets the new execution's id, where the caller may read it. */
  onTriggered: (executionId: string) => void;
}

/** What is wrong, and where it is said. */
interface Faults {
  input: JsonFault[];
  idempotencyKey: string | null;
  refusal: Refusal | null;
}
const NONE: Faults = { input: [], idempotencyKey: null, refusal: null };

/** Starts one execution with the JSON that somebody types, or checks what would happen. */
export function TriggerForm({ workflow, onTriggered }: Props) {
  const [trigger] = useMutation(TriggerWorkflowDocument);
  const [busy, setBusy] = useState<"check" | "start" | null>(null);
  const [json, setJson] = useState(() => JSON.stringify(sampleInput(workflow.inputSchema), null, 2));
  const [idempotencyKey, setIdempotencyKey] = useState("");
  const [faults, setFaults] = useState(NONE);
  const [checked, setChecked] = useState<string | null>(null);
  const editor = useRef<JsonEditorHandle>(null);
  const keyField = useRef<HTMLInputElement>(null);

  function show(found: Faults) {
    setFaults(found);
    if (found.input.length > 0) editor.current?.showFault(found.input);
    else if (found.idempotencyKey !== null) keyField.current?.focus();
  }

  async function send(validateOnly: boolean) {
    setChecked(null);
    const read = readJsonText(json);
    const wrongKey = idempotencyKey === "" ? null : idempotencyKeyRule.problem(idempotencyKey);
    if ("problem" in read || wrongKey !== null) {
      const input = "problem" in read ? [{ message: jsonEditorText[read.problem.kind] }] : [];
      show({ ...NONE, input, idempotencyKey: wrongKey });
      return;
    }
    setFaults(NONE);
    setBusy(validateOnly ? "check" : "start");
    try {
      const key = idempotencyKey === "" ? undefined : idempotencyKey;
      const input = { workflowId: workflow.id, input: read.value, idempotencyKey: key, validateOnly };
      const { data } = await trigger({ variables: { input } });
      if (data) tell(data.triggerWorkflow, validateOnly);
    } catch (error) {
      show(faultsOf(refusalFrom(error)));
    } finally {
      setBusy(null);
    }
  }

  function tell(done: { replayed: boolean; execution: { id: string } | null }, validateOnly: boolean) {
    if (validateOnly) {
      setChecked(done.replayed ? triggerText.wouldReplay : triggerText.fits);
      return;
    }
    const started = done.execution ? text.triggered : text.accepted;
    notifications.show({ message: done.replayed ? triggerText.replayed : started });
    if (done.execution) onTriggered(done.execution.id);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(false);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {workflow.enabled ? text.triggerHint : triggerText.disabled}
        </Text>
        <RefusalAlert title={text.triggerFailed} refusal={faults.refusal} />
        <JsonEditor
          ref={editor}
          label={text.input}
          description={text.inputHint}
          value={json}
          onChange={(typed) => {
            setJson(typed);
            setChecked(null);
          }}
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
        <div aria-live="polite">
          {checked !== null && (
            <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
              {checked}
            </Alert>
          )}
        </div>
        <Group gap="xs">
          <Button type="submit" loading={busy === "start"} disabled={!workflow.enabled || busy !== null}>
            {text.triggerSubmit}
          </Button>
          <Button
            variant="default"
            loading={busy === "check"}
            disabled={!workflow.enabled || busy !== null}
            onClick={() => void send(true)}
          >
            {triggerText.check}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function faultsOf(refusal: Refusal): Faults {
  const { byField, elsewhere } = faultsByField(refusal, ["input", "idempotencyKey"]);
  const known = Object.keys(byField).length > 0;
  const rest = elsewhere.length > 0 ? { ...refusal, message: elsewhere.join(" ") } : null;
  return {
    input: jsonFaultsOf(refusal, "input"),
    idempotencyKey: byField.idempotencyKey ?? null,
    refusal: known ? rest : refusal,
  };
}
