import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

interface Budget {
  /** Endings of the modules whose code, with all it imports statically, the first page needs. */
  routes: string[];
  /** Bytes of JavaScript, gzipped. */
  limit: number;
  /** A part of a path that no module of the bundle may have below the repository's root. */
  forbidden: string;
}

/** Fails the build when the first page grows over its budget, or when code of the server gets into it. */
export function firstLoadBudget({ routes, limit, forbidden }: Budget): Plugin {
  return {
    name: "postern:first-load-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const repository = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
      for (const chunk of chunks) {
        const intruder = chunk.moduleIds.find(
          (id) => id.startsWith(repository + forbidden) && !id.includes("/node_modules/"),
        );
        if (intruder) this.error(`${intruder} must not be part of the web application.`);
      }

      const holding = (route: string) =>
        chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(route)));
      const entries = [chunks.find(({ isEntry }) => isEntry), ...routes.map(holding)];
      if (entries.includes(undefined))
        this.error(`There is no entry, or no chunk for one of: ${routes.join(", ")}.`);
      const first = withStaticImports(entries, chunks);
      const size = first.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      const summary = `First page: ${(size / 1000).toFixed(1)} kB of JavaScript gzipped in ${first.length} files`;
      if (size > limit) this.error(`${summary}, over the budget of ${limit / 1000} kB.`);
      this.info(`${summary} (budget ${limit / 1000} kB).`);
    },
  };
}

function withStaticImports(entries: (Rolldown.OutputChunk | undefined)[], all: Rolldown.OutputChunk[]) {
  const byFile = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || reached.has(chunk)) return;
    reached.add(chunk);
    for (const file of chunk.imports) visit(byFile.get(file));
  };
  entries.forEach(visit);
  return [...reached];
}
