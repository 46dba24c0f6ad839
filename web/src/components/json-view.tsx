import { Button, Group } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { commonText } from "../messages/common.js";
import { jsonText } from "../messages/json.js";
import { CopyButton } from "./copy-button.js";
import "./json-view.css";

/** So deep it is unfolded at first, and so many entries of one level are shown. */
const OPEN_DEPTH = 3;
const SHOWN = 100;

interface Props {
  value: unknown;
  /** What it is, for a screen reader. */
  label: string;
}

/** A JSON value to read: each level folds. It is text and nothing else, whatever somebody sent. */
export function JsonView({ value, label }: Props) {
  const text = useRef<HTMLElement>(null);
  const foldable = entriesOf(value).some(([, inner]) => entriesOf(inner).length > 0);

  function setOpen(open: boolean) {
    for (const details of text.current?.querySelectorAll("details") ?? []) details.open = open;
  }

  return (
    <div className="json-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={text} className="json-text mono" tabIndex={0} aria-label={label}>
        {typeof value === "string" ? value : <Node value={value} depth={0} end="" />}
      </section>
      <Group gap="xs">
        <CopyButton
          size="xs"
          label={commonText.copy}
          text={typeof value === "string" ? value : JSON.stringify(value, null, 2)}
        />
        {foldable && (
          <>
            <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
              {jsonText.expandAll}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setOpen(false)}>
              {jsonText.collapseAll}
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}

interface NodeProps {
  name?: string;
  value: unknown;
  depth: number;
  /** A comma where another entry follows. */
  end: string;
}

function Node({ name, value, depth, end }: NodeProps): ReactNode {
  const [shown, setShown] = useState(SHOWN);
  const entries = entriesOf(value);
  const key = name === undefined ? null : <Key name={name} />;
  if (entries.length === 0) {
    return (
      <div>
        {key}
        {JSON.stringify(value)}
        {end}
      </div>
    );
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  const amount = isList ? jsonText.entries(entries.length) : jsonText.fields(entries.length);
  return (
    <details open={depth < OPEN_DEPTH}>
      <summary>
        {key}
        {open}
        <span className="json-folded">{` ${amount} ${close}${end}`}</span>
      </summary>
      <div className="json-node">
        {entries.slice(0, shown).map(([inner, content], at) => (
          <Node
            key={inner}
            name={isList ? undefined : inner}
            value={content}
            depth={depth + 1}
            end={at === entries.length - 1 ? "" : ","}
          />
        ))}
        {entries.length > shown && (
          <button type="button" className="json-more" onClick={() => setShown(shown + SHOWN)}>
            {jsonText.more(entries.length - shown)}
          </button>
        )}
      </div>
      <div>
        {close}
        {end}
      </div>
    </details>
  );
}

function Key({ name }: { name: string }) {
  return (
    <>
      <span className="json-key">{JSON.stringify(name)}</span>
      {": "}
    </>
  );
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];
