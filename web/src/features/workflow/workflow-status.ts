import { IconBolt, IconClock, IconPlayerPause } from "@tabler/icons-react";
import type { StatusLook } from "../../components/status-word.js";
import type { WorkflowDetailsFragment } from "../../gql/graphql.js";
import { scheduleText } from "../../messages/schedule.js";
import { workflowPageText } from "../../messages/workflow-page.js";

const text = workflowPageText.status;

type Known = Pick<WorkflowDetailsFragment, "enabled" | "disabledReason" | "schedule">;

/** Whether a workflow takes triggers, and runs by itself. */
export function workflowLook({ enabled, disabledReason, schedule }: Known): StatusLook {
  if (!enabled) {
    const hint = disabledReason === null ? text.disabledHint : text.disabledBecause(disabledReason);
    return { icon: IconPlayerPause, color: "amber", word: text.disabled, hint };
  }
  if (schedule === null)
    return { icon: IconBolt, color: "green", word: text.enabled, hint: text.enabledHint };
  const hint = text.scheduledHint(scheduleText.words(schedule.cron, schedule.timeZone));
  return { icon: IconClock, color: "teal", word: text.scheduled, hint };
}
