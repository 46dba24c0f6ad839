export const jsonEditorText = {
  line: (line: number, column: number) => `Line ${line}, column ${column}`,
  goTo: (line: number) => `Go to line ${line}`,
  tidy: "Tidy up",
  syntax: "This is not JSON.",
  size: "Use at most 256 KiB of JSON.",
  depth: "Nest at most 32 levels deep.",
};
