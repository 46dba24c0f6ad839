import "graphiql/setup-workers/vite";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "graphiql/graphiql.css";
import "./workbench.css";
import { useGraphiQL } from "@graphiql/react";
import type { Fetcher } from "@graphiql/toolkit";
import { useComputedColorScheme } from "@mantine/core";
import { GraphiQL } from "graphiql";
import { useEffect, useState } from "react";
import { examples } from "./examples.js";

interface Props {
  fetcher: Fetcher;
  workflowId: string | undefined;
}

/** GraphiQL, which keeps nothing: not in the browser's storage, and no header of anybody's. */
export function Workbench({ fetcher, workflowId }: Props) {
  const scheme = useComputedColorScheme("light");
  const [storage] = useState(memory);
  const [tabs] = useState(() => examples(workflowId));
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={tabs}
      forcedTheme={scheme}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
      plugins={NO_PLUGINS}
      customScalarSchemas={SCALARS}
    >
      <GraphiQL.Logo>
        <TabLeaves />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

const NO_PLUGINS: [] = [];
/** Any JSON is right where the schema says so. */
const SCALARS = { JSON: {} };

/** A storage that ends with the page. */
function memory(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (at) => [...values.keys()][at] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

/** Who arrives in an editor by keyboard gets out again: Tab moves on instead of indenting. */
function TabLeaves() {
  const editors = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    responseEditor,
  }));
  useEffect(() => {
    for (const editor of Object.values(editors)) editor?.updateOptions({ tabFocusMode: true });
  }, [editors]);
  return null;
}
