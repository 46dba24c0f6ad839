export const slugText = {
  label: "Short name in addresses",
  hint: "Made from the name unless you choose one.",
};
