import { ActionIcon, TextInput } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { commonText } from "../messages/common.js";

const SETTLED_MS = 200;

interface Props {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
}

/** Searches as it is typed; the address may change what is in it. */
export function SearchField({ label, value = "", onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function send(text: string) {
    clearTimeout(timer.current);
    sent.current = text.trim();
    onSearch(sent.current === "" ? undefined : sent.current);
  }
  function clear() {
    setTyped("");
    send("");
    field.current?.focus();
  }

  return (
    <TextInput
      ref={field}
      role="searchbox"
      aria-label={label}
      placeholder={label}
      size="xs"
      w={{ base: "100%", xs: 320 }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== "" && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={commonText.clearSearch}
            onClick={clear}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )
      }
      value={typed}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget: { value: text } }) => {
        clearTimeout(timer.current);
        setTyped(text);
        timer.current = setTimeout(() => send(text), SETTLED_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") clear();
        if (event.key === "Enter") send(typed);
      }}
    />
  );
}
