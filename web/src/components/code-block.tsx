import { Box } from "@mantine/core";
import { codeText } from "../messages/code.js";
import { CopyButton } from "./copy-button.js";
import "./code-block.css";

interface Props {
  text: string;
  /** What it is, for a screen reader. */
  label: string;
  copyLabel?: string;
}

/** Text to read or to paste, scrolling inside itself. */
export function CodeBlock({ text, label, copyLabel = codeText.copy }: Props) {
  return (
    <Box className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="code-block-text mono" tabIndex={0} aria-label={label}>
        <pre>{text}</pre>
      </section>
      <CopyButton text={text} label={copyLabel} size="xs" />
    </Box>
  );
}
