// Runs before the first paint, so that a chosen dark scheme does not flash white. A file of its own, because
// the content security policy allows no inline script. The key is the one Mantine keeps the choice under.
(() => {
  let choice = "auto";
  try {
    choice = localStorage.getItem("mantine-color-scheme-value") ?? "auto";
  } catch {
    // Storage is blocked: the system's scheme applies.
  }
  const dark =
    choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
