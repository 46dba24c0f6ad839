import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconLoader2,
  IconPlayerPlay,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Moment } from "../../components/moment.js";
import { type StatusLook, StatusWord } from "../../components/status-word.js";
import type { ExecutionStatus } from "../../gql/graphql.js";
import { countdownText, durationText } from "../../lib/time.js";
import { executionsText } from "../../messages/executions.js";
import {
  type AttemptOutcome,
  stepsOf,
  type TimelineAttempt,
  type TimelineExecution,
  type TimelineStep,
} from "./timeline-model.js";
import "./attempt-timeline.css";

const text = executionsText;

type Look = Pick<StatusLook, "icon" | "color">;

const OUTCOMES: Record<AttemptOutcome, Look> = {
  UNDERWAY: { icon: IconLoader2, color: "teal" },
  SUCCEEDED: { icon: IconCircleCheck, color: "green" },
  ACCEPTED: { icon: IconClock, color: "teal" },
  FAILED: { icon: IconCircleX, color: "red" },
  CUT: { icon: IconCircleMinus, color: "gray" },
};

const ENDS: Partial<Record<ExecutionStatus, Look>> = {
  SUCCEEDED: OUTCOMES.SUCCEEDED,
  FAILED: OUTCOMES.FAILED,
  CANCELED: OUTCOMES.CUT,
};

const WAITS: Look = { icon: IconCircleDashed, color: "gray" };

/** What happened, step by step, and what is waited for. */
export function AttemptTimeline({ execution, now }: { execution: TimelineExecution; now: Date }) {
  return (
    <ol className="timeline">
      {stepsOf(execution, now).map((step) => (
        <Step key={keyOf(step)} step={step} now={now} />
      ))}
    </ol>
  );
}

/** The next attempt's row becomes the attempt. */
const keyOf = (step: TimelineStep): string => {
  if (step.kind === "attempt") return `attempt ${step.attempt.number}`;
  if (step.kind === "next") return `attempt ${step.number}`;
  return step.kind === "waited" ? `waited ${step.before}` : step.kind;
};

function Step({ step, now }: { step: TimelineStep; now: Date }) {
  switch (step.kind) {
    case "triggered":
      return (
        <Row look={{ icon: IconPlayerPlay, color: "gray" }} name={text.triggered}>
          <Moment at={step.at} />
        </Row>
      );
    case "waited":
      return <Row look={WAITS} waits when={text.waited(durationText(step.ms))} />;
    case "attempt":
      return <AttemptRow step={step} />;
    case "next":
      return (
        <Row look={WAITS} name={text.next(step.number)} waits when={nextText(step, now)}>
          {step.at !== null && step.number > 1 && <Moment at={step.at} as="time" />}
        </Row>
      );
    case "working":
      return (
        <Row look={OUTCOMES.UNDERWAY} name={text.working} waits>
          {durationText(Math.max(0, now.getTime() - new Date(step.since).getTime()))}
          {" · "}
          {text.workingUntil} <Moment at={step.deadline} />
        </Row>
      );
    case "worked":
      return <Row look={OUTCOMES.ACCEPTED} when={text.worked(durationText(step.ms))} />;
    case "ended":
      return (
        <Row look={ENDS[step.status] ?? WAITS} name={text.ended[step.status]}>
          {text.endedAfter(durationText(step.ms))}
        </Row>
      );
  }
}

function AttemptRow({ step }: { step: Extract<TimelineStep, { kind: "attempt" }> }) {
  const { attempt, outcome, ms } = step;
  const look = OUTCOMES[outcome];
  return (
    <Row
      look={look}
      name={text.attempt(attempt.number)}
      status={<StatusWord {...look} word={wordOf(attempt, outcome)} />}
      detail={attempt.error?.message}
    >
      {durationText(ms)}
      {" · "}
      <Moment at={attempt.startedAt} as="time" />
    </Row>
  );
}

function wordOf({ responseStatus }: TimelineAttempt, outcome: AttemptOutcome): string {
  if (outcome === "UNDERWAY") return text.underway;
  if (responseStatus !== null) return text.answered(responseStatus);
  return outcome === "CUT" ? text.cut : text.noAnswer;
}

function nextText({ number, at }: Extract<TimelineStep, { kind: "next" }>, now: Date): string {
  if (number === 1 || at === null) return text.nextFree;
  const left = new Date(at).getTime() - now.getTime();
  return left > 0 ? text.nextIn(countdownText(left)) : text.nextNow;
}

interface RowProps {
  look: Look;
  name?: string;
  status?: ReactNode;
  when?: string;
  detail?: string;
  /** Nothing happens meanwhile. */
  waits?: boolean;
  children?: ReactNode;
}

function Row({ look: { icon: RowIcon, color }, name, status, when, detail, waits, children }: RowProps) {
  return (
    <li data-waits={waits}>
      <span className="timeline-icon" data-color={color}>
        <RowIcon size={18} aria-hidden />
      </span>
      <div className="timeline-line">
        {name !== undefined && <span className="timeline-name">{name}</span>}
        {status}
        {when !== undefined && <span className="timeline-when">{when}</span>}
        {children && <span className="timeline-when">{children}</span>}
      </div>
      {detail !== undefined && <p className="timeline-error">{detail}</p>}
    </li>
  );
}
