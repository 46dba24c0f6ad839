import { useForm } from "@mantine/form";
import {
  ATTEMPTS_MAX,
  COMPLETION_TIMEOUT_MAX_SECONDS,
  COMPLETION_TIMEOUT_MIN_SECONDS,
  descriptionRule,
  headerNameRule,
  headerValueRule,
  nameRule,
  slugRule,
  TIMEOUT_MAX_SECONDS,
  TIMEOUT_MIN_SECONDS,
  targetUrlRule,
} from "@postern/shared";
import { useState } from "react";
import { optional, required } from "../../lib/form-rules.js";
import { type JsonFault, jsonFaultsOf } from "../../lib/json-faults.js";
import { readJsonText } from "../../lib/json-text.js";
import { refusalFrom } from "../../lib/refusal.js";
import { focusFirstFault, useFormRefusal } from "../../lib/use-form-submit.js";
import { jsonEditorText } from "../../messages/json-editor.js";
import { cronProblem } from "../../messages/schedule.js";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { hasTime } from "./schedule-draft.js";
import { completionSeconds, filledHeaders, type WorkflowDraft } from "./workflow-draft.js";

const text = workflowSettingsText;
const FIELDS = ["name", "slug", "description", "enabled", "targetUrl", "maxAttempts", "timeoutSeconds"];
const DEEPER = ["schedule.cron", "schedule.timeZone", "schedule", "inputSchema", "targetHeaders"];

/** The form of a workflow's settings: what is wrong is said at its field, wherever it was found out. */
export function useWorkflowForm(initialValues: WorkflowDraft) {
  const form = useForm<WorkflowDraft>({ initialValues, validate: CHECKS });
  const headerFields = form.values.targetHeaders.flatMap((_, i) => [
    `targetHeaders.${i}.name`,
    `targetHeaders.${i}.value`,
  ]);
  const fields = [...FIELDS, "completionTimeoutSeconds", ...headerFields, ...DEEPER];
  const { refusal, refuse, clear } = useFormRefusal(form, fields);
  const [schemaFaults, setSchemaFaults] = useState<JsonFault[]>([]);

  /** Calls with checked values; what the server refuses is shown, and what was typed stays. */
  const submitWith = (save: (draft: WorkflowDraft) => Promise<void>) =>
    form.onSubmit(
      async (typed) => {
        const draft = { ...typed, targetHeaders: filledHeaders(typed.targetHeaders) };
        // So that the server's "targetHeaders.1" is the form's, too.
        form.setFieldValue("targetHeaders", draft.targetHeaders);
        clear();
        setSchemaFaults([]);
        try {
          await save(draft);
        } catch (error) {
          setSchemaFaults(jsonFaultsOf(refusalFrom(error), "inputSchema"));
          refuse(error);
        }
      },
      (errors) => {
        setSchemaFaults(errors.inputSchema ? [{ message: String(errors.inputSchema) }] : []);
        focusFirstFault(form)(errors);
      },
    );

  return { form, refusal, schemaFaults, submitWith };
}

const wholeNumber = (least: number, most: number) => (value: string) =>
  /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most
    ? null
    : text.wholeNumber(least, most);

function completionProblem(completion: WorkflowDraft["completion"]): string | null {
  const seconds = completionSeconds(completion);
  const fits = seconds >= COMPLETION_TIMEOUT_MIN_SECONDS && seconds <= COMPLETION_TIMEOUT_MAX_SECONDS;
  return /^\d+$/.test(completion.amount.trim()) && fits ? null : text.completionRange;
}

function schemaProblem(json: string): string | null {
  const read = readJsonText(json);
  return "problem" in read ? jsonEditorText[read.problem.kind] : null;
}

const isBlank = ({ name, value }: WorkflowDraft["targetHeaders"][number]) =>
  name.trim() === "" && value === "";
const headerOf = (path: string, { targetHeaders }: WorkflowDraft) =>
  targetHeaders[Number(path.split(".")[1])] ?? { name: "", value: "" };

const CHECKS = {
  name: required(nameRule),
  slug: optional(slugRule),
  description: optional(descriptionRule),
  targetUrl: required(targetUrlRule),
  targetHeaders: {
    name: (name: string, draft: WorkflowDraft, path: string) =>
      isBlank(headerOf(path, draft)) ? null : required(headerNameRule)(name),
    value: required(headerValueRule),
  },
  maxAttempts: wholeNumber(1, ATTEMPTS_MAX),
  timeoutSeconds: wholeNumber(TIMEOUT_MIN_SECONDS, TIMEOUT_MAX_SECONDS),
  completion: {
    amount: (_: string, { completion }: WorkflowDraft) => completionProblem(completion),
  },
  schedule: {
    time: (time: string, { schedule }: WorkflowDraft) =>
      schedule.on && hasTime(schedule.preset) && time === "" ? text.timeMissing : null,
    cron: (cron: string, { schedule }: WorkflowDraft) =>
      schedule.on && schedule.preset === "custom" ? cronProblem(cron) : null,
  },
  inputSchema: schemaProblem,
};
