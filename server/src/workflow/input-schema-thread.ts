// The file of a thread that checks schemas and inputs; see checking-thread.ts for its other end. Whatever
// happens in here, the server goes on answering: it ends this thread, and the job with it.
import { parentPort } from "node:worker_threads";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { FieldFault } from "../errors.js";
import type { CheckingTask } from "./checking-thread.js";
import { inputFaultsOf } from "./input-faults.js";
import { faultsOf } from "./input-schema.js";
import { compileInputSchema } from "./input-schema-compile.js";

/** Characters of schemas whose validators are kept: sixteen of the largest, hundreds of usual ones. */
const KEPT_MAX = 16 * 16 * 1024;

/** Validators by their schema's text, those used last at the end. */
const kept = new Map<string, ValidateFunction>();
let keptCharacters = 0;

function validatorOf(schemaText: string): ValidateFunction {
  const validator = kept.get(schemaText) ?? compileInputSchema(JSON.parse(schemaText));
  if (!kept.delete(schemaText)) keptCharacters += schemaText.length;
  kept.set(schemaText, validator);
  for (const oldest of kept.keys()) {
    if (keptCharacters <= KEPT_MAX || oldest === schemaText) break;
    kept.delete(oldest);
    keptCharacters -= oldest.length;
  }
  return validator;
}

function check({ schemaText, inputText }: CheckingTask): FieldFault[] {
  if (inputText === undefined) return checkSchema(schemaText);
  try {
    const validate = validatorOf(schemaText);
    const faults = validate(JSON.parse(inputText)) ? [] : inputFaultsOf(validate.errors ?? []);
    // A kept validator would keep its last findings too, and with them the input.
    validate.errors = null;
    return faults;
  } catch {
    return [{ path: "", message: "Cannot be checked against the workflow's input schema." }];
  }
}

function checkSchema(schemaText: string): FieldFault[] {
  const schema = JSON.parse(schemaText);
  const faults = faultsOf(schema);
  if (faults.length > 0) return faults;
  try {
    compileInputSchema(schema);
    return [];
  } catch {
    // What is left to fail is a chain of references longer than the compiler's stack.
    return [{ path: "", message: "The schema is too intricate to be compiled. Use fewer references." }];
  }
}

// The first run of any code is the slowest, and belongs to no job.
inputFaultsOf(compileInputSchema({ type: "string", pattern: "a" }).errors ?? []);
parentPort?.on("message", (task: CheckingTask) => parentPort?.postMessage(check(task)));
parentPort?.postMessage("ready");
