export const filtersText = {
  chipsLabel: "Filters in use",
  nothingFound: "Nothing matches.",
  clearAll: "Clear all",
  removeFilter: (label: string) => `Remove the filter ${label}`,
};
