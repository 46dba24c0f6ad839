import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator } from "playwright-core";

const run = promisify(execFile);

/** What somebody pastes an example into. */
const PASTED_INTO: Record<string, (text: string) => [program: string, args: string[]]> = {
  curl: (text) => ["bash", ["-c", text]],
  GraphQL: (text) => ["bash", ["-c", text]],
  JavaScript: (text) => [process.execPath, ["--input-type=module", "-e", text]],
  Python: (text) => ["python3", ["-c", text]],
};

export interface Sample {
  label: string;
  text: string;
}

/** The examples as they stand in their tabs, in order. */
export async function samplesIn(place: Locator): Promise<Sample[]> {
  const samples: Sample[] = [];
  await place.getByRole("tab").first().waitFor();
  for (const tab of await place.getByRole("tab").all()) {
    await tab.click();
    const label = (await tab.textContent()) ?? "";
    samples.push({ label, text: (await place.getByRole("tabpanel").locator("pre").textContent()) ?? "" });
  }
  return samples;
}

/** Runs an example as it is, with the key where it says; gives what it prints. */
export async function runSample({ label, text }: Sample, secret: string): Promise<string> {
  const pasted = PASTED_INTO[label];
  if (pasted === undefined) throw new Error(`Nobody knows how to run ${label}.`);
  const { stdout } = await run(...pasted(text), { env: { PATH: process.env.PATH, POSTERN_API_KEY: secret } });
  return stdout;
}
