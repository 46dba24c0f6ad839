import { Paper, Stack, Text, Title } from "@mantine/core";
import { CodeSamples } from "../../components/code-samples.js";
import { sampleInput } from "../../lib/sample-input.js";
import { triggerSamples } from "../../lib/trigger-samples.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import { workflowsText } from "../../messages/workflows.js";
import { receiverSamples, SIGNING_VARIABLE } from "./receiver-samples.js";

const text = workflowsText;

/** Code for both ends: what triggers the workflow, and what receives its deliveries. */
export function WorkflowCode({ workflow }: { workflow: { id: string; inputSchema: unknown } }) {
  const samples = triggerSamples(window.location.origin, workflow.id, sampleInput(workflow.inputSchema));
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
      <Stack gap="lg">
        <div>
          <Title order={2} mb="xs">
            {text.code}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {text.codeHint}
          </Text>
          <CodeSamples samples={samples} purpose={text.code} />
        </div>
        <div>
          <Title order={3} mb="xs">
            {workflowPageText.receive}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {workflowPageText.receiveHint} {workflowPageText.receiveVariable(SIGNING_VARIABLE)}
          </Text>
          <CodeSamples samples={receiverSamples} purpose={workflowPageText.receive} />
        </div>
      </Stack>
    </Paper>
  );
}
