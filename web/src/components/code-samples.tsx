import { Tabs } from "@mantine/core";
import { codeText } from "../messages/code.js";
import { CodeBlock } from "./code-block.js";

export interface CodeSample {
  label: string;
  text: string;
}

interface Props {
  samples: CodeSample[];
  /** What they do, where a page has several of them. */
  purpose?: string;
}

/** The same thing in several languages, one tab each. */
export function CodeSamples({ samples, purpose }: Props) {
  const named = (label: string) => (purpose === undefined ? label : `${purpose}: ${label}`);
  return (
    <Tabs defaultValue={samples[0]?.label} keepMounted={false}>
      <Tabs.List aria-label={purpose ?? codeText.label} mb="xs">
        {samples.map(({ label }) => (
          <Tabs.Tab key={label} value={label}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {samples.map(({ label, text }) => (
        <Tabs.Panel key={label} value={label}>
          <CodeBlock text={text} label={named(label)} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
