import { Button, type ButtonProps, Text } from "@mantine/core";
import { IconChevronDown, IconUserCircle } from "@tabler/icons-react";
import type { ButtonHTMLAttributes, Ref } from "react";
import { shellText } from "../../messages/shell.js";

interface Props
  extends ButtonProps,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonProps | "name"> {
  name: string;
  ref?: Ref<HTMLButtonElement>;
}

/** The button of the account's menu: the name where there is room for it. */
export function AccountButton({ name, ...rest }: Props) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      aria-haspopup="dialog"
      aria-label={shellText.account(name)}
      leftSection={<IconUserCircle size={20} aria-hidden />}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      {...rest}
    >
      <Text span inherit visibleFrom="sm" truncate maw={180}>
        {name}
      </Text>
    </Button>
  );
}
