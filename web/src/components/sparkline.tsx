import { Hint } from "./hint.js";
import "./sparkline.css";

interface Props {
  /** One number a day, oldest first. */
  accepted: readonly number[];
  denied: readonly number[];
  /** What the picture says, in words. */
  label: string;
}

const STEP = 2.5;
const BAR = 1.75;
const UP = 15;
const DOWN = 5;

/** Accepted calls stand on the line, denied ones hang below it, so that no colour is needed to tell them. */
export function Sparkline({ accepted, denied, label }: Props) {
  const most = Math.max(...accepted, 1);
  const worst = Math.max(...denied, 1);
  const width = accepted.length * STEP;
  const height = (amount: number, top: number, room: number) =>
    amount === 0 ? 0 : Math.max(1.5, (amount / top) * room);
  return (
    <Hint label={label}>
      <svg
        className="sparkline"
        role="img"
        aria-label={label}
        width={width}
        height={UP + DOWN + 1}
        viewBox={`0 0 ${width} ${UP + DOWN + 1}`}
      >
        <path className="sparkline-line" d={`M0 ${UP + 0.5}H${width}`} />
        <path
          className="sparkline-accepted"
          d={accepted.map((amount, day) => bar(day, UP, -height(amount, most, UP))).join("")}
        />
        <path
          className="sparkline-denied"
          d={denied.map((amount, day) => bar(day, UP + 1, height(amount, worst, DOWN))).join("")}
        />
      </svg>
    </Hint>
  );
}

const bar = (day: number, from: number, by: number): string =>
  by === 0 ? "" : `M${day * STEP} ${from}v${by.toFixed(1)}h${BAR}V${from}z`;
