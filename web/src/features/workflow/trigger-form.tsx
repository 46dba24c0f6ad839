import { useMutation } from "@apollo/client/react";
import { Button, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { type JsonProblem, readJsonText } from "../../lib/json-text.js";
import { faultsByField, type Refusal, refusalFrom } from "../../lib/refusal.js";
import { workflowsText } from "../../messages/workflows.js";
import { TriggerWorkflowDocument } from "./workflow.graphql.js";

const text = workflowsText;

interface Props {
  workflowId: string;
  /** Gets the new execution's id, where the caller may read it. */
  onTriggered: (executionId: string) => void;
}

/** Starts one execution with the JSON that somebody types. */
export function TriggerForm({ workflowId, onTriggered }: Props) {
  const [trigger, { loading }] = useMutation(TriggerWorkflowDocument);
  const [json, setJson] = useState('{\n  "hello": "world"\n}');
  const [fault, setFault] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  function refuse(found: Refusal) {
    const { byField } = faultsByField(found, ["input"]);
    setFault(byField.input ?? null);
    setRefusal(byField.input === undefined ? found : null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const read = readJsonText(json);
    setRefusal(null);
    if ("problem" in read) {
      setFault(problemText(read.problem));
      field.current?.focus();
      return;
    }
    setFault(null);
    try {
      const { data } = await trigger({ variables: { input: { workflowId, input: read.value } } });
      const execution = data?.triggerWorkflow.execution;
      notifications.show({ message: execution ? text.triggered : text.accepted });
      if (execution) onTriggered(execution.id);
    } catch (error) {
      refuse(refusalFrom(error));
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {text.triggerHint}
        </Text>
        <RefusalAlert title={text.triggerFailed} refusal={refusal} />
        <Textarea
          ref={field}
          label={text.input}
          description={text.inputHint}
          value={json}
          onChange={(event) => {
            setJson(event.currentTarget.value);
            setFault(null);
          }}
          error={fault}
          autosize
          minRows={4}
          maxRows={16}
          spellCheck={false}
          autoComplete="off"
          w="100%"
          classNames={{ input: "mono" }}
        />
        <Button type="submit" loading={loading}>
          {text.triggerSubmit}
        </Button>
      </Stack>
    </form>
  );
}

function problemText(problem: JsonProblem): string {
  if (problem.kind === "syntax") return text.jsonSyntax(problem.detail);
  return problem.kind === "size" ? text.jsonSize : text.jsonDepth;
}
