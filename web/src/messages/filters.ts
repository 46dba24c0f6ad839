export const filtersText = {
  filters: (inUse: number) => (inUse === 0 ? "Filters" : `Filters (${inUse})`),
  chipsLabel: "Filters in use",
  clearAll: "Clear all",
  removeFilter: (label: string) => `Remove the filter ${label}`,
};
