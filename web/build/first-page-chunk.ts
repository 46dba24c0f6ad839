import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

type Context = { getModuleInfo(id: string): Rolldown.ModuleInfo | null };

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * Names one file for all that the first page needs: fifty small ones would be asked for one after the other, and
 * compress worse. `routes` are the modules of the page beside the entry.
 */
export function firstPageChunk(routes: string[]) {
  let needed: Set<string> | undefined;
  return (id: string, context: Context): string | null => {
    needed ??= withStaticImports([`${SOURCE}main.tsx`, ...routes.map((route) => SOURCE + route)], context);
    return needed.has(id) && id.startsWith(SOURCE) ? "first" : null;
  };
}

function withStaticImports(entries: string[], context: Context): Set<string> {
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    context.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  entries.forEach(visit);
  return reached;
}
