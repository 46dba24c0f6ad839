import { type Logger, pino } from "pino";
import { prettyFactory } from "pino-pretty";

// Path redaction misses what nobody thought of, so every written line is searched for what a secret looks like.
const SECRETS =
  /pst_[a-z]_[0-9A-Za-z]{8,}|whsec_[0-9A-Za-z+/=_-]{8,}|(?<=[Bb]earer )[^\s"\\]+|(?<=:\/\/[^\s/:@"\\]*:)[^\s/"\\]+(?=@)/g;

/** The line without anything that looks like a key's secret, a signing secret or a URL's password. */
export const scrub = (line: string): string => line.replace(SECRETS, "[secret]");

/** The log: one JSON line per event, or readable lines where a person watches. */
export function openLog(level: string, output: NodeJS.WriteStream): Logger {
  const readable = output.isTTY
    ? prettyFactory({ colorize: true, messageKey: "message", translateTime: "SYS:HH:MM:ss" })
    : (line: string) => line;
  const scrubbed = { write: (line: string) => void output.write(readable(scrub(line))) };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: "message",
      // Instead of pino's own, which would write every property of an error: a query's parameters among them.
      serializers: { err: loggable },
    },
    scrubbed,
  );
}

/** An unexpected error as it may be logged: a failed query without the values bound to it. */
export function loggable(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  const query = (error as { query?: unknown }).query;
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(query !== undefined && { query }),
  };
}
