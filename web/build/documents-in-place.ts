import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const GENERATED = new URL("../src/gql/graphql.ts", import.meta.url);
const DEFINITION = /^export const (\w+) = (\{.*\}) as unknown as /gm;
const CALL = /gql\(`\s*(query|mutation|subscription|fragment) (\w+)[^`]*`\)/g;
const IMPORT = /^import \{ gql \} from .*$/m;

/**
 * Puts each document where it is written. The generated `gql` looks it up in a table of all documents, which
 * would be on the first page with every page's.
 */
export function documentsInPlace(): Plugin {
  let documents = new Map<string, string>();
  return {
    name: "postern:documents-in-place",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      const generated = await readFile(GENERATED, "utf8");
      documents = new Map([...generated.matchAll(DEFINITION)].map(([, name = "", ast = ""]) => [name, ast]));
    },
    transform: {
      filter: { id: /\.graphql\.ts$/ },
      handler(code) {
        const inPlace = code.replace(CALL, (_, kind: string, name: string) => {
          const document = documents.get(`${name}${kind === "fragment" ? "FragmentDoc" : "Document"}`);
          return document ?? this.error(`${kind} ${name} is not generated yet: run the web's codegen.`);
        });
        if (inPlace.includes("gql(`")) this.error("A document could not be put in its place.");
        return { code: inPlace.replace(IMPORT, ""), map: null };
      },
    },
  };
}
