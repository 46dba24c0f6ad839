import type { CodegenConfig } from "@graphql-codegen/cli";

// The server's printed schema is the contract: a document that asks for what it does not offer fails here,
// before a type checker or a browser sees it.
const config: CodegenConfig = {
  schema: "../server/schema.graphql",
  documents: ["src/**/*.graphql.ts"],
  generates: {
    "./src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false, gqlTagName: "gql" },
      config: {
        scalars: { ID: "string", DateTimeISO: "string", JSON: "unknown" },
        enumType: "string-literal",
        useTypeImports: true,
        importExtension: ".js",
      },
    },
  },
};

export default config;
