import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Actor } from "../audit/actor.js";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from "../database/columns.js";
import { ConnectionType, EdgeType } from "../paging/connection.js";

@ObjectType({ description: "An extra request header of a workflow." })
export class HeaderField {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "Masked: what was given is kept encrypted and never shown again." })
  value!: string;
}

@ObjectType({
  description:
    "When a workflow runs by itself, as the project's Automator and with input null. Times missed while no server ran are made up for by one execution.",
})
export class Schedule {
  @Field(() => String, {
    description: "Five fields: minute, hour, day of month, month, day of week; see ScheduleInput.",
  })
  cron!: string;

  @Field(() => String, { description: "An IANA time zone, such as Europe/Berlin." })
  timeZone!: string;

  @Field(() => Date, {
    nullable: true,
    description:
      "The next time that starts an execution. Null while the workflow is disabled, and when the server no longer knows the time zone.",
  })
  nextRunAt!: Date | null;
}

@ObjectType({
  description: "An instruction of a project: deliver the trigger's input to a target URL, signed.",
})
@Entity("workflows")
export class Workflow {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @RefColumn()
  projectId!: string;

  @Field(() => String)
  @TextColumn({ length: 100 })
  name!: string;

  /** The name as it is sorted and searched; see paging/search.ts. */
  @TextColumn({ length: 200 })
  foldedName!: string;

  @Field(() => String, { description: "Names it in triggers and addresses; unique in its project." })
  @TextColumn({ length: 50 })
  slug!: string;

  /** The slug that it had before it was deleted and gave it up; null while it exists. */
  @TextColumn({ length: 50, nullable: true })
  deletedSlug!: string | null;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 500, nullable: true })
  description!: string | null;

  @Field(() => Boolean, {
    description: "While it is false, triggers are refused; what was accepted before goes on.",
  })
  @FlagColumn()
  enabled!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Why Postern disabled it by itself; null where a person did, and while it is enabled.",
  })
  @TextColumn({ length: 200, nullable: true })
  disabledReason!: string | null;

  @LongTextColumn()
  targetUrl!: string;

  /** Extra request headers as JSON, encrypted; see target-headers.ts. */
  @LongTextColumn({ nullable: true })
  sealedTargetHeaders!: string | null;

  /** The JSON Schema's text. */
  @LongTextColumn({ nullable: true })
  inputSchema!: string | null;

  @Field(() => Int, { description: "Attempts that a delivery may take, the first included: 1 to 10." })
  @IntegerColumn()
  maxAttempts!: number;

  @Field(() => Int, { description: "How long one attempt may take in all: 1 to 30 seconds." })
  @IntegerColumn()
  timeoutSeconds!: number;

  @Field(() => Int, {
    description: "How long a target that answered 202 may take to report the outcome: 60 seconds to 30 days.",
  })
  @IntegerColumn()
  completionTimeoutSeconds!: number;

  /** The signing secret, encrypted; see signing-secret.ts. */
  @TextColumn({ length: 500 })
  sealedSigningSecret!: string;

  /** The one before it, which signs beside it until its grace ends. */
  @TextColumn({ length: 500, nullable: true })
  sealedPreviousSigningSecret!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "Until when deliveries carry the older signing secret's signature too.",
  })
  @InstantColumn({ nullable: true })
  previousSigningSecretExpiresAt!: Date | null;

  @TextColumn({ length: 100, nullable: true })
  scheduleCron!: string | null;

  @TextColumn({ length: 64, nullable: true })
  scheduleTimeZone!: string | null;

  /** When the schedule starts the next execution; null without a schedule and while disabled. */
  @InstantColumn({ nullable: true })
  nextRunAt!: Date | null;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Actor)
  @Column(() => Actor, { prefix: "createdBy" })
  createdBy!: Actor;

  @Field(() => Date, {
    nullable: true,
    description: "Null while it exists. Only its past executions still lead to a deleted workflow.",
  })
  @InstantColumn({ nullable: true })
  deletedAt!: Date | null;

  @Field(() => Schedule, {
    nullable: true,
    description: "Five-field cron expression and IANA time zone; null: only triggered from outside.",
  })
  get schedule(): Schedule | null {
    const { scheduleCron: cron, scheduleTimeZone: timeZone, nextRunAt } = this;
    return cron === null || timeZone === null ? null : { cron, timeZone, nextRunAt };
  }
}

@ObjectType()
export class WorkflowEdge extends EdgeType(Workflow) {}

@ObjectType()
export class WorkflowConnection extends ConnectionType(Workflow, WorkflowEdge) {}
