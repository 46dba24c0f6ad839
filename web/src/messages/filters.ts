export const filtersText = {
  chipsLabel: "Filters in use",
  clearAll: "Clear all",
  removeFilter: (label: string) => `Remove the filter ${label}`,
};
