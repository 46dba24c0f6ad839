import { VisuallyHidden } from "@mantine/core";
import { dateText } from "../lib/time.js";
import { keyDetailText } from "../messages/key-detail.js";
import "./usage-bars.css";

interface Day {
  /** YYYY-MM-DD, a UTC day. */
  date: string;
  accepted: number;
  denied: number;
}

const text = keyDetailText;
const STEP = 20;
const BAR = 14;
const UP = 76;
const DOWN = 34;

/** Calls by day: accepted ones stand on the line, denied ones hang below it. A table says the same in words. */
export function UsageBars({ days }: { days: readonly Day[] }) {
  const most = Math.max(...days.map(({ accepted }) => accepted), 1);
  const worst = Math.max(...days.map(({ denied }) => denied), 1);
  const width = days.length * STEP;
  return (
    <div className="usage-bars">
      <svg
        viewBox={`0 0 ${width} ${UP + DOWN + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={labelOf(days)}
      >
        {days.map(({ date, accepted, denied }, index) => {
          const up = height(accepted, most, UP);
          const x = index * STEP;
          return (
            <g key={date} className="usage-bars-day">
              <title>{text.dayTitle(dateText(new Date(date)), accepted, denied)}</title>
              <rect className="usage-bars-space" x={x} y={0} width={STEP} height={UP + DOWN + 2} />
              <rect className="usage-bars-accepted" x={x + 3} y={UP - up} width={BAR} height={up} />
              <rect
                className="usage-bars-denied"
                x={x + 3}
                y={UP + 2}
                width={BAR}
                height={height(denied, worst, DOWN)}
              />
            </g>
          );
        })}
        <path className="usage-bars-line" d={`M0 ${UP + 1}H${width}`} />
      </svg>
      <div className="usage-bars-axis" aria-hidden>
        <span>{days[0] && dateText(new Date(days[0].date))}</span>
        <span>{text.today}</span>
      </div>
      <VisuallyHidden>
        <Table days={days} />
      </VisuallyHidden>
    </div>
  );
}

const height = (amount: number, top: number, room: number): number =>
  amount === 0 ? 0 : Math.max(3, (amount / top) * room);

function labelOf(days: readonly Day[]): string {
  const sum = (kind: "accepted" | "denied") => days.reduce((total, day) => total + day[kind], 0);
  const busiest = days.reduce<Day | null>(
    (best, day) => (day.accepted > (best?.accepted ?? 0) ? day : best),
    null,
  );
  return text.usageLabel(sum("accepted"), sum("denied"), busiest && dateText(new Date(busiest.date)));
}

function Table({ days }: { days: readonly Day[] }) {
  return (
    <table>
      <caption>{text.usage}</caption>
      <thead>
        <tr>
          <th scope="col">{text.usageDay}</th>
          <th scope="col">{text.usageAccepted}</th>
          <th scope="col">{text.usageDenied}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, accepted, denied }) => (
          <tr key={date}>
            <th scope="row">{dateText(new Date(date))}</th>
            <td>{accepted}</td>
            <td>{denied}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
