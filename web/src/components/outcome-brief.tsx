import { type OutcomeHour, outcomeBars } from "../lib/outcome-bars.js";
import { outcomesText } from "../messages/outcomes.js";
import { Hint } from "./hint.js";
import "./outcome-picture.css";

const STEP = 4;
const BAR = 3;
const HEIGHT = 28;

/** A day of executions, small enough for a row of a list. */
export function OutcomeBrief({ hours }: { hours: readonly OutcomeHour[] }) {
  const { bars, line, total, totals } = outcomeBars(hours, HEIGHT);
  const label = outcomesText.brief(total, totals.failed);
  const width = hours.length * STEP;
  return (
    <Hint label={label}>
      <svg className="outcome-brief" role="img" aria-label={label} width={width} height={HEIGHT}>
        <path className="outcome-mark" d={`M0 ${line + 0.5}H${width}`} />
        {bars.map(({ outcome, x, y, height }) => (
          <rect
            key={`${outcome} ${x}`}
            className={`outcome-${outcome}`}
            x={x * STEP}
            y={y}
            width={BAR}
            height={height}
          />
        ))}
      </svg>
    </Hint>
  );
}
