import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

const TEXT_MAX = 4096;

/**
 * A password or a key, which never is an argument: the shell's history and the list of processes would have
 * it. Asked for without showing it where a person types, else all of stdin without the last line's end.
 */
export async function readSecret(question: string): Promise<string> {
  if (process.stdin.isTTY) return askHidden(question);
  return (await text(process.stdin)).slice(0, TEXT_MAX).replace(/\r?\n$/, "");
}

/** The same, asked twice where a person types, so that a slip does not lock anybody out. */
export async function readNewPassword(): Promise<string> {
  const password = await readSecret("Password: ");
  if (process.stdin.isTTY && (await askHidden("The same again: ")) !== password) {
    throw new MistypedError("The two differ; nothing was changed.");
  }
  return password;
}

/** Told as it is, without a stack. */
export class MistypedError extends Error {}

function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: hidden, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once("SIGINT", () => {
      lines.close();
      reject(new MistypedError("Stopped; nothing was changed."));
    });
    lines.once("line", (line) => {
      lines.close();
      process.stderr.write("\n");
      resolve(line);
    });
  });
}
