import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useShortcut } from "../lib/shortcuts.js";
import { Kbd } from "./kbd.js";

/** The page's primary action where it makes something; `c` does the same. */
export function CreateButton({ label, onClick }: { label: string; onClick: () => void }) {
  useShortcut("c", label, onClick);
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      rightSection={<Kbd beside>C</Kbd>}
      aria-keyshortcuts="c"
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
