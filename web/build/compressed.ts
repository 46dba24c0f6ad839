import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|svg|html)$/;
/** Below this the answer's own headers weigh more than what is saved. */
const LEAST_BYTES = 1_000;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Lays a compressed copy beside each text, so that the server need not compress what never changes. */
export function compressed(): Plugin {
  return {
    name: "postern:compressed",
    apply: "build",
    writeBundle({ dir = "dist" }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => TEXT.test(file))) {
        const path = join(dir, name);
        const content = readFileSync(path);
        if (content.length < LEAST_BYTES) continue;
        writeFileSync(`${path}.gz`, gzipSync(content));
        writeFileSync(`${path}.br`, brotliCompressSync(content, BROTLI));
      }
    },
  };
}
