import { useNow } from "../lib/now.js";
import { dateText, momentText, relativeTime, utcText } from "../lib/time.js";
import { Hint } from "./hint.js";

interface Props {
  at: string;
  /** How the instant reads in the line; the tooltip always has it exactly, in local time and in UTC. */
  as?: "relative" | "date";
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
      <time dateTime={at}>{as === "date" ? dateText(instant) : relativeTime(instant, now)}</time>
    </Hint>
  );
}
