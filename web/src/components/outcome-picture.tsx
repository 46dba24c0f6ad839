import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { axisMarks, OUTCOMES, type OutcomeHour, outcomeBars } from "../lib/outcome-bars.js";
import { hourText, weekdayText } from "../lib/time.js";
import { outcomesText } from "../messages/outcomes.js";
import "./outcome-picture.css";

const text = outcomesText;
const HEIGHT = 112;
const BAR = 0.8;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Executions by hour: those that failed hang below the line. An hour can be pointed at, or chosen by arrow keys. */
export function OutcomePicture({ hours }: { hours: readonly OutcomeHour[] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { bars, line, totals, total } = outcomeBars(hours, HEIGHT);
  const last = hours.length - 1;
  const marks = axisMarks(hours);
  const shown = chosen === null ? undefined : hours[chosen];

  function point({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    setChosen(Math.min(Math.max(Math.floor(((clientX - left) / width) * hours.length), 0), last));
  }
  function step(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setChosen(Math.min(Math.max((chosen ?? last + 1) + by, 0), last));
  }

  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hours are chosen by arrow keys */}
      <section tabIndex={0} aria-label={text.title} onKeyDown={step} onBlur={() => setChosen(null)}>
        <svg
          className="outcome-picture"
          role="img"
          aria-label={text.picture(total, totals.failed)}
          viewBox={`0 0 ${hours.length} ${HEIGHT}`}
          height={HEIGHT}
          preserveAspectRatio="none"
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setChosen(null)}
        >
          {marks.map(({ x }) => (
            <path key={x} className="outcome-mark" d={`M${x} 0V${HEIGHT}`} />
          ))}
          {chosen !== null && <rect className="outcome-chosen" x={chosen} y={0} width={1} height={HEIGHT} />}
          {bars.map(({ outcome, x, y, height }) => (
            <rect
              key={`${outcome} ${x}`}
              className={`outcome-${outcome}`}
              x={x + (1 - BAR) / 2}
              y={y}
              width={BAR}
              height={height}
            />
          ))}
          <path className="outcome-line" d={`M0 ${line}H${hours.length}`} />
        </svg>
      </section>
      <Axis hours={hours} />
      <ul className="outcome-legend" aria-live="polite">
        {shown !== undefined && <li>{hourText(new Date(shown.hour))}</li>}
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <svg width={12} height={12} aria-hidden>
              <rect className={`outcome-${outcome}`} width={12} height={12} rx={2} />
            </svg>
            {text.words[outcome]} <strong>{(shown ?? totals)[outcome].toLocaleString("en")}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Axis({ hours }: { hours: readonly OutcomeHour[] }) {
  const isWeek = hours.length > 48;
  const place = (x: number) => ({ insetInlineStart: `${(x / hours.length) * 100}%` });
  // What would be cut off by the end of the narrowest picture, or stand in the way of "now", is left out.
  const marks = axisMarks(hours).filter(({ x }) => x / hours.length < 0.86);
  return (
    <div className="outcome-axis" aria-hidden>
      {marks.map(({ x, at }) => (
        <span key={x} style={place(x)}>
          {isWeek ? weekdayText(at) : hourText(at).slice(-5)}
        </span>
      ))}
      <span style={{ insetInlineEnd: 0 }}>{text.now}</span>
    </div>
  );
}
