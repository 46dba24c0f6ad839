import { durationText } from "../../lib/time.js";
import { executionsText } from "../../messages/executions.js";
import { type Bar, stripOf, type TimelineExecution } from "./timeline-model.js";
import "./timeline-strip.css";

const text = executionsText;
/** Beyond this there is no room for a mark's label. */
const LAST_TICK = 82;

interface Props {
  execution: TimelineExecution;
  now: Date;
}

/** The attempts as bars on a line of time; the steps beside it say the same in words. */
export function TimelineStrip({ execution, now }: Props) {
  const strip = stripOf(execution, now);
  return (
    <div
      className="strip"
      role="img"
      aria-label={text.stripLabel(execution.attempts.length, durationText(strip.totalMs))}
    >
      <div className="strip-line">
        {strip.bars.map((bar) => (
          <div
            key={`${bar.kind} ${bar.number}`}
            className="strip-bar"
            data-kind={bar.kind}
            style={place(bar)}
          />
        ))}
        {strip.now !== null && <div className="strip-mark" data-kind="now" style={mark(strip.now)} />}
        {strip.next !== null && <div className="strip-mark" data-kind="next" style={mark(strip.next)} />}
        {strip.ticks
          .filter(({ at }) => at <= LAST_TICK)
          .map(({ at, ms }) => (
            <div key={ms} className="strip-tick" style={{ left: `${at}%` }}>
              <span>{ms === 0 ? "0" : durationText(ms).replace(".0 ", " ")}</span>
            </div>
          ))}
      </div>
    </div>
  );
}

/** However short it is, a bar is seen, and it does not reach beyond the line. */
const place = ({ from, length }: Bar) => ({ left: `min(${from}%, 100% - 4px)`, width: `${length}%` });
const mark = (at: number) => ({ left: `min(${at}%, 100% - 2px)` });
