import { Button } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import type { Ref } from "react";
import { filtersText } from "../messages/filters.js";

interface Props {
  ref: Ref<HTMLButtonElement>;
  /** How many are in use. */
  amount: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The filters' code is wanted soon. */
  onNear: () => Promise<void>;
}

/** Opens and closes the filters of a list, and says how many are in use. */
export function FilterButton({ ref, amount, open, onOpen, onNear }: Props) {
  return (
    <Button
      ref={ref}
      variant="default"
      size="xs"
      leftSection={<IconFilter size={16} aria-hidden />}
      aria-expanded={open}
      onPointerEnter={() => void onNear()}
      onClick={() => onOpen(!open)}
    >
      {filtersText.filters(amount)}
    </Button>
  );
}
