import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { commonText } from "../messages/common.js";

interface Props extends Pick<TextInputProps, "id" | "placeholder" | "onPaste" | "w"> {
  label: string;
  value: string;
  onType: (text: string) => void;
  onEnter: () => void;
  onClear: () => void;
}

/** A search's field with a way to empty it, which Esc is, too. */
export function SearchInput({ label, value, onType, onEnter, onClear, ...rest }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <TextInput
      ref={field}
      role="searchbox"
      aria-label={label}
      placeholder={label}
      size="xs"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== "" && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={commonText.clearSearch}
            onClick={() => {
              onClear();
              field.current?.focus();
            }}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )
      }
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={({ key }) => {
        if (key === "Escape" && value !== "") onClear();
        if (key === "Enter") onEnter();
      }}
      {...rest}
    />
  );
}
