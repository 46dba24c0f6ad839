import { Button } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { ColumnMenuProps } from "./column-menu.js";

const ColumnMenu = part<ColumnMenuProps>(() =>
  import("./column-menu.js").then((module) => module.ColumnMenu),
);

/** Stands for the menu of columns until somebody wants it. */
export function ColumnButton(props: ColumnMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconColumns3 size={16} aria-hidden />}
      aria-haspopup="dialog"
      onPointerEnter={() => void ColumnMenu.preload()}
      onClick={() => setWanted(true)}
    >
      {keyListsText.columnsButton}
    </Button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <ColumnMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
