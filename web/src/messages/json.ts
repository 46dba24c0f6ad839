import { count } from "./counting.js";

export const jsonText = {
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  fields: (amount: number) => count(amount, "field", "fields"),
  entries: (amount: number) => count(amount, "entry", "entries"),
  more: (amount: number) => `Show ${count(amount, "more", "more")}`,
};
