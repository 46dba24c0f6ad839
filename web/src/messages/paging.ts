export const pagingText = {
  shown: (shown: number, total: number) =>
    shown >= total
      ? `Showing all ${total.toLocaleString("en")}`
      : `Showing ${shown} of ${total.toLocaleString("en")}`,
  more: "Load more",
};
