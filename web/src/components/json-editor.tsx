import { Button, Textarea } from "@mantine/core";
import { type Ref, useImperativeHandle, useRef } from "react";
import { type JsonFault, type PlacedFault, placed } from "../lib/json-faults.js";
import type { JsonPlace } from "../lib/json-places.js";
import { jsonEditorText } from "../messages/json-editor.js";
import "./json-editor.css";

export interface JsonEditorHandle {
  /** Puts the caret where the first of these faults is. */
  showFault(faults: readonly JsonFault[]): void;
}

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (text: string) => void;
  faults: readonly JsonFault[];
  placeholder?: string;
  minRows?: number;
  maxRows?: number;
  /** The form's own name of the field, by which it finds it. */
  path?: string;
  ref?: Ref<JsonEditorHandle>;
}

/** JSON to type: each fault says its line, and leads there. */
export function JsonEditor(props: Props) {
  const { value, onChange, faults, minRows = 4, maxRows = 18 } = props;
  const field = useRef<HTMLTextAreaElement>(null);

  function goTo(place: JsonPlace | undefined) {
    field.current?.focus();
    if (place !== undefined) field.current?.setSelectionRange(place.offset, place.offset);
  }
  useImperativeHandle(props.ref, () => ({
    showFault: (found) => goTo(placed(field.current?.value ?? "", found)[0]?.place),
  }));
  const tidied = tidy(value);

  return (
    <div>
      <Textarea
        ref={field}
        label={props.label}
        description={props.description}
        placeholder={props.placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={faults.length > 0 && <Faults faults={placed(value, faults)} onGoTo={goTo} />}
        errorProps={{ component: "div" }}
        autosize
        minRows={minRows}
        maxRows={maxRows}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        data-path={props.path}
        classNames={{ input: "mono" }}
      />
      {tidied !== null && tidied !== value && (
        <div className="json-editor-tools">
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              onChange(tidied);
              // The button is gone with its work.
              field.current?.focus();
            }}
          >
            {jsonEditorText.tidy}
          </Button>
        </div>
      )}
    </div>
  );
}

function Faults({ faults, onGoTo }: { faults: PlacedFault[]; onGoTo: (place: JsonPlace) => void }) {
  return faults.map(({ message, pointer, place }) => (
    <span key={`${pointer} ${message}`} className="json-fault">
      {place !== undefined && (
        <button
          type="button"
          className="json-fault-place"
          title={jsonEditorText.goTo(place.line)}
          onClick={() => onGoTo(place)}
        >
          {jsonEditorText.line(place.line, place.column)}
        </button>
      )}
      {pointer !== undefined && pointer !== "" && <span className="mono">{pointer} </span>}
      {message}
    </span>
  ));
}

/** The text with two spaces a level; null while it is no JSON. */
function tidy(text: string): string | null {
  if (text.trim() === "") return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
