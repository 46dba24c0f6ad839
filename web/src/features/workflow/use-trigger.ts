import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { idempotencyKeyRule } from "@postern/shared";
import { useState } from "react";
import { type JsonFault, jsonFaultsOf } from "../../lib/json-faults.js";
import { readJsonText } from "../../lib/json-text.js";
import { faultsByField, type Refusal, refusalFrom } from "../../lib/refusal.js";
import { jsonEditorText } from "../../messages/json-editor.js";
import { triggerText } from "../../messages/trigger.js";
import { workflowsText } from "../../messages/workflows.js";
import { TriggerWorkflowDocument } from "./workflow.graphql.js";

/** What is wrong with a trigger, by the place where it is said. */
export interface TriggerFaults {
  input: JsonFault[];
  idempotencyKey: string | null;
  refusal: Refusal | null;
}
const ABOUT_INPUT = new Set(["BAD_USER_INPUT", "PAYLOAD_TOO_LARGE"]);
const NONE: TriggerFaults = { input: [], idempotencyKey: null, refusal: null };

/** What somebody typed. */
interface Typed {
  json: string;
  idempotencyKey: string;
}

interface Options {
  workflowId: string;
  /** Gets the new execution's id, where the caller may read it. */
  onTriggered: (executionId: string) => void;
  onFaults: (faults: TriggerFaults) => void;
}

/** Sends a trigger, or only has it checked, and keeps what came of it. */
export function useTrigger({ workflowId, onTriggered, onFaults }: Options) {
  const [trigger] = useMutation(TriggerWorkflowDocument);
  const [busy, setBusy] = useState<"check" | "start" | null>(null);
  const [faults, setFaults] = useState(NONE);
  const [refusedTitle, setRefusedTitle] = useState(workflowsText.triggerFailed);
  const [checked, setChecked] = useState<string | null>(null);

  function show(found: TriggerFaults) {
    setFaults(found);
    onFaults(found);
  }

  function tell(done: { replayed: boolean; execution: { id: string } | null }, validateOnly: boolean) {
    if (validateOnly) {
      setChecked(done.replayed ? triggerText.wouldReplay : triggerText.fits);
      return;
    }
    const started = done.execution ? workflowsText.triggered : workflowsText.accepted;
    notifications.show({ message: done.replayed ? triggerText.replayed : started });
    if (done.execution) onTriggered(done.execution.id);
  }

  async function send(typed: Typed, validateOnly: boolean) {
    setChecked(null);
    const read = readJsonText(typed.json);
    const found = faultsTyped(typed);
    if (found !== null || "problem" in read) {
      show(found ?? NONE);
      return;
    }
    setFaults(NONE);
    setBusy(validateOnly ? "check" : "start");
    try {
      const idempotencyKey = typed.idempotencyKey === "" ? undefined : typed.idempotencyKey;
      const input = { workflowId, input: read.value, idempotencyKey, validateOnly };
      const { data } = await trigger({ variables: { input } });
      if (data) tell(data.triggerWorkflow, validateOnly);
    } catch (error) {
      setRefusedTitle(validateOnly ? triggerText.checkFailed : workflowsText.triggerFailed);
      show(faultsRefused(refusalFrom(error)));
    } finally {
      setBusy(null);
    }
  }

  return { send, busy, faults, refusedTitle, checked, forgetCheck: () => setChecked(null) };
}

/** What is seen to be wrong before anything is sent. */
function faultsTyped({ json, idempotencyKey }: Typed): TriggerFaults | null {
  const read = readJsonText(json);
  const wrongKey = idempotencyKey === "" ? null : idempotencyKeyRule.problem(idempotencyKey);
  const input = "problem" in read ? [{ message: jsonEditorText[read.problem.kind] }] : [];
  return input.length === 0 && wrongKey === null ? null : { ...NONE, input, idempotencyKey: wrongKey };
}

/** What the server refused, where it belongs. The key was checked before, so what names no field is about the input. */
export function faultsRefused(refusal: Refusal): TriggerFaults {
  if (refusal.fields.length === 0 && ABOUT_INPUT.has(refusal.code)) {
    return { ...NONE, input: [{ message: refusal.message }] };
  }
  const { byField, elsewhere } = faultsByField(refusal, ["input", "idempotencyKey"]);
  const inJson = jsonFaultsOf(refusal, "input");
  const known = Object.keys(byField).length > 0;
  const rest = elsewhere.length > 0 ? { ...refusal, message: elsewhere.join(" ") } : null;
  return {
    input: inJson.length === 0 && byField.input !== undefined ? [{ message: byField.input }] : inJson,
    idempotencyKey: byField.idempotencyKey ?? null,
    refusal: known ? rest : refusal,
  };
}
