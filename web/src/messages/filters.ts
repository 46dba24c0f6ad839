export const filtersText = {
  filters: (inUse: number) => (inUse === 0 ? "Filters" : `Filters (${inUse})`),
  chipsLabel: "Filters in use",
  nothingFound: "Nothing matches.",
  clearAll: "Clear all",
  removeFilter: (label: string) => `Remove the filter ${label}`,
};
