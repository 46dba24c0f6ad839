import { type JsonPlace, jsonPlaces, placeOf } from "./json-places.js";
import type { Refusal } from "./refusal.js";

/** What is wrong inside of a JSON text that somebody typed. */
export interface JsonFault {
  message: string;
  /** The JSON pointer of the value it is about; absent where the text is no JSON. */
  pointer?: string;
}

/** A fault, and where in the text it is. */
export interface PlacedFault extends JsonFault {
  place?: JsonPlace;
}

/** The server's faults of one input field that holds JSON: "input.inputSchema/type" is about "/type" in it. */
export function jsonFaultsOf({ fields }: Refusal, field: string): JsonFault[] {
  return fields.flatMap(({ path, message }) => {
    const start = `input.${field}`;
    if (path !== start && !path.startsWith(`${start}/`)) return [];
    return [{ message, pointer: path.slice(start.length) }];
  });
}

/** Finds the faults in the text as it is now. */
export function placed(text: string, faults: readonly JsonFault[]): PlacedFault[] {
  if (faults.length === 0) return [];
  const read = jsonPlaces(text);
  return faults.map((fault) => {
    if ("fault" in read) return fault.pointer === undefined ? { ...fault, place: read.fault } : fault;
    return fault.pointer === undefined ? fault : { ...fault, place: placeOf(read.places, fault.pointer) };
  });
}
