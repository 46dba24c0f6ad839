import "./kbd.css";

/** A key of the keyboard. Beside what it does it is for the eye alone, and gone where there is no keyboard. */
export function Kbd({ children, beside = false }: { children: string; beside?: boolean }) {
  return (
    <kbd className="kbd" aria-hidden={beside || undefined} data-beside={beside || undefined}>
      {children}
    </kbd>
  );
}
