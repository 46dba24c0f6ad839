import { count } from "./counting.js";

/** The picture of executions by hour. */
export const outcomesText = {
  title: "Executions by hour",
  range: "Time shown",
  ranges: { day: "24 hours", week: "7 days" },
  words: { succeeded: "Succeeded", failed: "Failed", canceled: "Canceled", open: "Under way" },
  now: "now",
  none: { day: "No execution in the last 24 hours.", week: "No execution in the last 7 days." },
  picture: (total: number, failed: number) =>
    `${count(total, "execution", "executions")} by hour, ${failed.toLocaleString("en")} of them failed. The table below says the same.`,
  brief: (total: number, failed: number) =>
    total === 0
      ? "No execution in the last 24 hours"
      : `${count(total, "execution", "executions")} in the last 24 hours, ${failed.toLocaleString("en")} failed`,
  table: "As a table",
  tableLabel: "Executions by hour, as a table",
  tableEmptyHours: "Hours without an execution are left out.",
  hour: "Hour",
  at: (hour: string, parts: string) => `${hour}: ${parts}`,
  part: (amount: number, word: string) => `${amount.toLocaleString("en")} ${word.toLowerCase()}`,
  nothing: "no execution",
};
