import { List, Popover } from "@mantine/core";
import { useRef } from "react";
import "./key-fact.css";

export interface ProjectsPopoverProps {
  projects: readonly { id: string; name: string }[];
  /** The button's whole name, and the words on it. */
  label: string;
  words: string;
}

/** The projects that a key names. It is open from the start: it came because somebody asked for it. */
export function ProjectsPopover({ projects, label, words }: ProjectsPopoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Popover
      width={240}
      shadow="md"
      withArrow
      trapFocus
      defaultOpened
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <button ref={button} type="button" className="key-projects" aria-label={label}>
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={label}
        mah={280}
        style={{ overflowY: "auto" }}
        tabIndex={0}
        data-autofocus
      >
        <List size="sm">
          {projects.map(({ id, name }) => (
            <List.Item key={id}>
              <bdi>{name}</bdi>
            </List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}
