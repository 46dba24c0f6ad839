const FETCHED_WITHIN_MS = 1_000;

/** Hands a text to the browser as a file to save. The browser forgets the text right after. */
export function saveTextFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED_WITHIN_MS);
}
