import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { oneTimeSecretText } from "../messages/one-time-secret.js";
import { AlertDialog } from "./alert-dialog.js";
import { CopyButton } from "./copy-button.js";
import { ShownOnceEnd } from "./shown-once-end.js";
import { useShownOnce } from "./use-shown-once.js";
import "./one-time-secret-dialog.css";

interface Props {
  title: string;
  lead: ReactNode;
  url: string;
  copyLabel: string;
  /** What the link is, for a screen reader. */
  linkLabel: string;
  /** What to know about the link. */
  children?: ReactNode;
  onClose: () => void;
}

/** Shows a link that holds a secret for the only time; it closes as a secret's dialog does. */
export function OneTimeLinkDialog({ title, lead, url, copyLabel, linkLabel, children, onClose }: Props) {
  const text = oneTimeSecretText;
  const { copying, copyFailed, ...closing } = useShownOnce(onClose);

  return (
    <AlertDialog title={title} width={560} lead={lead}>
      <output className="one-time-secret mono" aria-label={linkLabel}>
        {url}
      </output>
      <Stack gap={4} align="flex-start">
        <CopyButton text={url} label={copyLabel} variant="filled" data-autofocus {...copying} />
        {copyFailed && <Text role="alert">{text.copyFailed}</Text>}
      </Stack>
      {children}
      <ShownOnceEnd {...closing} />
    </AlertDialog>
  );
}
