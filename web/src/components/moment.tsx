import { useNow } from "../lib/now.js";
import { clockText, dateText, momentText, relativeTime, utcText } from "../lib/time.js";
import { Hint } from "./hint.js";

interface Props {
  at: string;
  /** How the instant reads in the line; the tooltip always has it exactly, in local time and in UTC. */
  as?: "relative" | "date" | "time";
}

/** An instant, short in the line and exact on demand. */
export function Moment({ at, as = "relative" }: Props) {
  const now = useNow();
  const instant = new Date(at);
  return (
    <Hint
      label={
        <>
          {momentText(instant)}
          <br />
          {utcText(instant)}
        </>
      }
    >
      <time dateTime={at}>{lineText(as, instant, now)}</time>
    </Hint>
  );
}

function lineText(as: Props["as"], instant: Date, now: Date): string {
  if (as === "date") return dateText(instant);
  return as === "time" ? clockText(instant) : relativeTime(instant, now);
}
