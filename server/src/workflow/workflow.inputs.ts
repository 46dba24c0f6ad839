import {
  ATTEMPTS_MAX,
  COMPLETION_TIMEOUT_SECONDS,
  descriptionRule,
  headerNameRule,
  headerValueRule,
  nameRule,
  slugRule,
  TIMEOUT_SECONDS,
  targetUrlRule,
} from "@postern/shared";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { GraphQLJson } from "../input/json.js";
import { Rule } from "../input/rule.js";
import { Workflow } from "./workflow.entity.js";

@InputType({ description: "An extra request header. Not those that Postern or HTTP itself writes." })
export class HeaderFieldInput {
  @Rule(headerNameRule)
  @Field(() => String)
  name!: string;

  @Rule(headerValueRule)
  @Field(() => String, {
    description: "At most 4096 printable ASCII characters. The mask that is read back keeps what is kept.",
  })
  value!: string;
}

@InputType({ description: "When a workflow runs by itself." })
export class ScheduleInput {
  @Field(() => String, {
    description:
      'Five fields as in crontab(5): minute, hour, day of month, month, day of week. "0 9 * * 1-5": workdays at nine. *, lists, ranges, steps of * or of a range, names (JAN, MON); 7 is Sunday too. A day of month and a day of week that are both other than * mean either.',
  })
  cron!: string;

  @Field(() => String, {
    defaultValue: "UTC",
    description:
      "An IANA time zone, such as Europe/Berlin. When clocks change, a schedule that names its hours runs once for each local time, one that is left out when the gap ends; a schedule whose hours begin with * goes by the clock, twice through an hour that comes twice.",
  })
  timeZone!: string;
}

const TARGET_HEADERS = "At most 20; kept encrypted, and masked when they are read.";
const INPUT_SCHEMA =
  "A JSON Schema (2020-12) that the trigger's input must satisfy: at most 16 KiB and 20 levels, patterns as RE2 knows them, no reference outside of itself. A missing input counts as null.";
const MAX_ATTEMPTS = "1 to 10, the first attempt included.";
const TIMEOUT = "How long one attempt may take in all: 1 to 30 seconds.";
const COMPLETION_TIMEOUT =
  "How long a target that answered 202 may take to report the outcome: 60 seconds to 30 days.";

@InputType()
export class CreateWorkflowInput {
  @Field(() => ID)
  projectId!: string;

  @Rule(nameRule)
  @Field(() => String, { description: "1 to 100 characters." })
  name!: string;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "Made from the name when it is left out." })
  slug?: string | null;

  @Rule(descriptionRule)
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  description?: string | null;

  @Rule(targetUrlRule)
  @Field(() => String, { description: "An absolute http or https URL without user name and password." })
  targetUrl!: string;

  @Field(() => [HeaderFieldInput], { nullable: true, description: TARGET_HEADERS })
  targetHeaders?: HeaderFieldInput[] | null;

  @Field(() => GraphQLJson, { nullable: true, description: INPUT_SCHEMA })
  inputSchema?: unknown;

  @Field(() => Int, { nullable: true, defaultValue: ATTEMPTS_MAX, description: MAX_ATTEMPTS })
  maxAttempts?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: TIMEOUT_SECONDS, description: TIMEOUT })
  timeoutSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: COMPLETION_TIMEOUT_SECONDS,
    description: COMPLETION_TIMEOUT,
  })
  completionTimeoutSeconds?: number | null;

  @Field(() => ScheduleInput, { nullable: true })
  schedule?: ScheduleInput | null;
}

@InputType({ description: "A field left out stays; null clears what can be cleared, and resets a number." })
export class UpdateWorkflowInput {
  @Field(() => ID)
  id!: string;

  @Rule(nameRule)
  @Field(() => String, { nullable: true, description: "1 to 100 characters." })
  name?: string | null;

  @Rule(slugRule)
  @Field(() => String, { nullable: true, description: "Whoever triggers by slug has to follow." })
  slug?: string | null;

  @Rule(descriptionRule)
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  description?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "False: triggers are refused until it is true again.",
  })
  enabled?: boolean | null;

  @Rule(targetUrlRule)
  @Field(() => String, {
    nullable: true,
    description: "Holds from the next attempt, also of executions that wait for one.",
  })
  targetUrl?: string | null;

  @Field(() => [HeaderFieldInput], { nullable: true, description: `Replaces all of them. ${TARGET_HEADERS}` })
  targetHeaders?: HeaderFieldInput[] | null;

  @Field(() => GraphQLJson, { nullable: true, description: INPUT_SCHEMA })
  inputSchema?: unknown;

  @Field(() => Int, { nullable: true, description: MAX_ATTEMPTS })
  maxAttempts?: number | null;

  @Field(() => Int, { nullable: true, description: TIMEOUT })
  timeoutSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: COMPLETION_TIMEOUT })
  completionTimeoutSeconds?: number | null;

  @Field(() => ScheduleInput, { nullable: true })
  schedule?: ScheduleInput | null;
}

@ObjectType({ description: "signingSecret (whsec_…) is shown when it is made and never again." })
export class WorkflowPayload {
  @Field(() => Workflow)
  workflow!: Workflow;

  @Field(() => String, { description: "Verifies deliveries, as Standard Webhooks 1.0 says." })
  signingSecret!: string;
}
