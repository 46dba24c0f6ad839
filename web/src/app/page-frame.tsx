import { Center } from "@mantine/core";
import { createContext, type ReactNode, use } from "react";

/** Whether the shell stands around: the document's one main element is then the shell's. */
export const InShell = createContext(false);

/** The middle of a page that may stand alone or in the shell. */
export function PageFrame({ mih, children }: { mih: string; children: ReactNode }) {
  return (
    <Center component={use(InShell) ? "div" : "main"} mih={mih} p="md">
      {children}
    </Center>
  );
}
