import { useQuery } from "@apollo/client/react";
import { Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title } from "@mantine/core";
import { OutcomePicture } from "../../components/outcome-picture.js";
import { OutcomeTable } from "../../components/outcome-table.js";
import { Pending } from "../../components/pending.js";
import { OUTCOMES } from "../../lib/outcome-bars.js";
import { commonText } from "../../messages/common.js";
import { outcomesText } from "../../messages/outcomes.js";
import { WorkflowHoursDocument } from "./workflow.graphql.js";

const text = outcomesText;
const RENEW_MS = 15_000;

export type HoursRange = "day" | "week";
const HOURS = { day: 24, week: 168 };

interface Props {
  workflowId: string;
  range: HoursRange;
  onRange: (range: HoursRange) => void;
}

/** How a workflow fared in the last day or week. It renews itself while the page is open. */
export function WorkflowHours({ workflowId, range, onRange }: Props) {
  const { data, previousData, error, refetch } = useQuery(WorkflowHoursDocument, {
    variables: { id: workflowId, hours: HOURS[range] },
    pollInterval: RENEW_MS,
    skipPollAttempt: () => document.hidden,
  });
  const hours = (data ?? previousData)?.workflow?.executionHours;
  const isEmpty = hours?.every((hour) => OUTCOMES.every((outcome) => hour[outcome] === 0));
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="md" miw={0}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2}>{text.title}</Title>
          <SegmentedControl
            size="xs"
            aria-label={text.range}
            data={[
              { value: "day", label: text.ranges.day },
              { value: "week", label: text.ranges.week },
            ]}
            value={range}
            onChange={(value) => onRange(value === "week" ? "week" : "day")}
          />
        </Group>
        {hours === undefined ? (
          <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
            <Skeleton h={160} aria-busy aria-label={commonText.loading} />
          </Pending>
        ) : (
          <>
            <OutcomePicture hours={hours} />
            {isEmpty ? (
              <Text size="sm" c="dimmed">
                {text.none[range]}
              </Text>
            ) : (
              <OutcomeTable hours={hours} />
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}
