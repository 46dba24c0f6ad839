import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const GENERATED = new URL("../src/gql/graphql.ts", import.meta.url);
const DOCUMENT = /^export const (\w+) = (\{.*\}) as unknown as /gm;
const CALL = /\bgql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`\s*\)/g;

/**
 * Puts each GraphQL document where it is written. The generated `gql()` finds a document in a table of all, and
 * so the first page would carry those of every page.
 */
export function inlineDocuments(): Plugin {
  let documents = new Map<string, string>();
  return {
    name: "postern:inline-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      const generated = readFileSync(GENERATED, "utf8");
      documents = new Map([...generated.matchAll(DOCUMENT)].map(([, name = "", text = ""]) => [name, text]));
    },
    transform(code, id) {
      if (!id.endsWith(".graphql.ts")) return null;
      const inlined = code.replace(CALL, (_call, kind: string, name: string) => {
        const document = documents.get(name + (kind === "fragment" ? "FragmentDoc" : "Document"));
        if (document === undefined) this.error(`Generate the documents again: ${name} is not among them.`);
        return `/* @__PURE__ */ JSON.parse(${JSON.stringify(document)})`;
      });
      if (/\bgql\(/.test(inlined)) this.error(`A document of ${id} is not plain: gql\`query Name …\`.`);
      return { code: inlined, map: null };
    },
  };
}
