import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useRef } from "react";
import { keyListsText } from "../../messages/key-lists.js";
import { KEY_COLUMNS, type KeyColumn } from "./key-columns.js";

const text = keyListsText;

export interface ColumnMenuProps {
  hidden: ReadonlySet<KeyColumn>;
  onHide: (columns: KeyColumn[]) => void;
}

/** Which columns the table shows. It is open from the start: it came because somebody asked for it. */
export function ColumnMenu({ hidden, onHide }: ColumnMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const shown = KEY_COLUMNS.filter((column) => !hidden.has(column));
  return (
    <Popover
      width={220}
      position="bottom-end"
      shadow="md"
      trapFocus
      defaultOpened
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <Button ref={button} variant="default" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {text.columnsButton}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.columnsTitle}>
        <Stack gap="xs">
          <Checkbox.Group
            label={text.columnsTitle}
            value={shown}
            onChange={(chosen) => onHide(KEY_COLUMNS.filter((column) => !chosen.includes(column)))}
          >
            <Stack gap="xs" mt="xs">
              {KEY_COLUMNS.map((column) => (
                <Checkbox key={column} size="xs" value={column} label={text.columns[column]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button variant="subtle" size="compact-sm" disabled={hidden.size === 0} onClick={() => onHide([])}>
            {text.columnsReset}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
