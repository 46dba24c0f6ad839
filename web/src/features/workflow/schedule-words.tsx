import { Text } from "@mantine/core";
import { Moment } from "../../components/moment.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { momentText } from "../../lib/time.js";
import { scheduleText } from "../../messages/schedule.js";

const text = scheduleText;

/** When a workflow runs by itself, in words, and when it does so next. */
export function ScheduleWords({
  workflow,
}: {
  workflow: Pick<WorkflowDetailsFragment, "enabled" | "schedule">;
}) {
  const { enabled, schedule } = workflow;
  if (schedule === null) return text.none;
  const { cron, timeZone, nextRunAt } = schedule;
  return (
    <>
      {text.words(cron, timeZone)}
      <Text size="sm" c="dimmed">
        {nextRunAt === null ? (
          enabled ? (
            text.zoneUnknown
          ) : (
            text.notWhileDisabled
          )
        ) : (
          <>
            {text.next} <Moment at={nextRunAt} />: {momentText(new Date(nextRunAt))}. {text.asAutomator}
          </>
        )}
      </Text>
    </>
  );
}
