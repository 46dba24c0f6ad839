import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.js";
import { firstLoadBudget } from "./build/first-load-budget.js";
import { firstPageChunk } from "./build/first-page-chunk.js";
import { inlineDocuments } from "./build/inline-documents.js";

const API = "http://127.0.0.1:4000";

/** What a signed-in browser needs, beside the entry, before it can show the first page. */
const FIRST_PAGE = ["signed-in", "organization", "organization-projects"].map(
  (name) => `app/routes/${name}.tsx`,
);

export default defineConfig({
  plugins: [
    react(),
    inlineDocuments(),
    compressed(),
    firstLoadBudget({
      routes: FIRST_PAGE.map((route) => `/web/src/${route}`),
      limit: 200_000,
      forbidden: "/server/",
    }),
  ],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/graphql": API, "/health": API } },
  // Every file is a file: the policy of the server that serves them allows no inline scripts, and fonts or
  // images as data: only where it says so.
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstPageChunk(FIRST_PAGE) }] } } },
  },
});
