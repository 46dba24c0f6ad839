import { Button, type ButtonProps } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { type ButtonHTMLAttributes, useEffect, useState } from "react";
import { copyText } from "../lib/copy-text.js";
import { commonText } from "../messages/common.js";

interface Props
  extends ButtonProps,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonProps | "onCopy"> {
  text: string;
  label: string;
  onCopied?: () => void;
  onFailed?: () => void;
}

const SHOWN_MS = 2000;

/** Copies a text and says so on itself, for the eye and for a screen reader. */
export function CopyButton({ text, label, onCopied, onFailed, ...rest }: Props) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    if (await copyText(text)) {
      setCopied(true);
      onCopied?.();
    } else onFailed?.();
  }

  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      {...rest}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{copied ? commonText.copied : label}</span>
    </Button>
  );
}
