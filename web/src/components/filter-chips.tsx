import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { filtersText } from "../messages/filters.js";

const text = filtersText;

interface Props<Name extends string> {
  chips: readonly { name: Name; label: string }[];
  onRemove: (name: Name) => void;
  onClear: () => void;
}

/** Every filter in use, in words, each with a way to take it away. */
export function FilterChips<Name extends string>({ chips, onRemove, onClear }: Props<Name>) {
  if (chips.length === 0) return null;
  return (
    <Group
      component="ul"
      gap="xs"
      m={0}
      mb="xs"
      p={0}
      style={{ listStyle: "none" }}
      aria-label={text.chipsLabel}
    >
      {chips.map(({ name, label }) => (
        <li key={name}>
          <Button
            size="compact-xs"
            variant="light"
            rightSection={<IconX size={12} aria-hidden />}
            aria-label={text.removeFilter(label)}
            onClick={() => onRemove(name)}
          >
            {label}
          </Button>
        </li>
      ))}
      <li>
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {text.clearAll}
        </Button>
      </li>
    </Group>
  );
}
