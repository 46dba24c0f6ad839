import { ExecutionStatus } from "@postern/shared";
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

@ObjectType()
export class ExecutionError {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

/** The error of an execution or an attempt, as its row keeps it. */
interface ErrorColumns {
  errorCode: string | null;
  errorMessage: string | null;
}

const errorOf = (row: ErrorColumns): ExecutionError | null =>
  row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? "" };

@ObjectType({ description: "One run of a workflow. Its row is the queue's entry too." })
@Entity("executions")
export class Execution implements ErrorColumns {
  @Field(() => ID)
  @IdColumn()
  id!: string;

  @RefColumn()
  organizationId!: string;

  @RefColumn()
  projectId!: string;

  @RefColumn()
  workflowId!: string;

  @Field(() => ExecutionStatus)
  @TextColumn({ length: 16 })
  status!: ExecutionStatus;

  @Field(() => Actor, {
    description: "Who started it, as named at that moment; stays true after a rename or a delete.",
  })
  @Column(() => Actor, { prefix: "triggeredBy" })
  triggeredBy!: Actor;

  /** JSON text; null where the trigger gave none. */
  @LongTextColumn({ nullable: true })
  input!: string | null;

  /** JSON text of the target's answer. */
  @LongTextColumn({ nullable: true })
  output!: string | null;

  @TextColumn({ length: 64, nullable: true })
  errorCode!: string | null;

  @TextColumn({ length: 500, nullable: true })
  errorMessage!: string | null;

  @Field(() => String, { nullable: true })
  @TextColumn({ length: 255, nullable: true })
  idempotencyKey!: string | null;

  @Field(() => ID, { nullable: true, description: "The execution that this one repeats." })
  @RefColumn({ nullable: true })
  retryOfId!: string | null;

  @Field(() => Date)
  @InstantColumn()
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: "When the first attempt began." })
  @InstantColumn({ nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ nullable: true })
  finishedAt!: Date | null;

  /** When a worker has to look next: the next attempt, the end of a lease, or the completion's deadline. */
  @InstantColumn({ nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "While the target, having answered 202, works on: until when it has to report the outcome.",
  })
  @InstantColumn({ nullable: true })
  completionDeadline!: Date | null;

  /** Whether an attempt runs, or ran when its worker died. */
  @FlagColumn()
  claimed!: boolean;

  /** Grows with each claim. Only the holder of the newest one records an outcome. */
  @IntegerColumn()
  fence!: number;

  /** Attempts that the target failed; those that Postern itself cut short do not count. */
  @IntegerColumn()
  failedAttempts!: number;

  @Field(() => Date, {
    nullable: true,
    description: "When the next attempt begins, while one is waited for.",
  })
  get nextAttemptAt(): Date | null {
    return this.claimed || this.completionDeadline !== null ? null : this.dueAt;
  }

  @Field(() => ExecutionError, { nullable: true })
  get error(): ExecutionError | null {
    return errorOf(this);
  }
}

@ObjectType({ description: "One delivery to the target." })
@Entity("execution_attempts")
export class ExecutionAttempt implements ErrorColumns {
  @IdColumn()
  executionId!: string;

  @Field(() => Int, { description: "1 for the first." })
  @IntegerColumn({ primary: true })
  number!: number;

  @Field(() => Date)
  @InstantColumn()
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ nullable: true })
  finishedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "The HTTP status of the answer." })
  @IntegerColumn({ nullable: true })
  responseStatus!: number | null;

  @TextColumn({ length: 64, nullable: true })
  errorCode!: string | null;

  @TextColumn({ length: 500, nullable: true })
  errorMessage!: string | null;

  @Field(() => ExecutionError, { nullable: true })
  get error(): ExecutionError | null {
    return errorOf(this);
  }

  @Field(() => Int, { nullable: true, description: "Milliseconds from begin to end." })
  get durationMs(): number | null {
    return this.finishedAt && this.finishedAt.getTime() - this.startedAt.getTime();
  }
}

@ObjectType()
export class ExecutionEdge extends EdgeType(Execution) {}

@ObjectType()
export class ExecutionConnection extends ConnectionType(Execution, ExecutionEdge) {}
