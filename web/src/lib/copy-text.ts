/**
 * Copies a text. `navigator.clipboard` exists only in secure contexts, and a server in a LAN may well speak
 * plain http, so the older way stands behind it. False when the browser allowed neither.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position:fixed;top:0;opacity:0";
  // Inside an open dialog, so that its focus trap lets the selection happen.
  (focused?.closest("[aria-modal]") ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand?.("copy") ?? false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
