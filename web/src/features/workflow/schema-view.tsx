import { CodeBlock } from "../../components/code-block.js";
import { workflowPageText } from "../../messages/workflow-page.js";
import "./schema-view.css";

const text = workflowPageText;

/** What a trigger's input must be. */
export function SchemaView({ schema }: { schema: unknown }) {
  if (schema === null || schema === undefined) return text.inputAny;
  return (
    <details className="schema-view">
      <summary>{text.inputSchema}</summary>
      <CodeBlock label={text.schemaTitle} text={JSON.stringify(schema, null, 2)} />
    </details>
  );
}
