import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { UnknownMarkerError } from "../../trace-store.ts";

/** An error on its way from one thread to another, where classes do not travel. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of the system's errors: its code, and the file. */
  readonly code?: string;
  readonly path?: string;
}

/** Takes an error apart for another thread. */
export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) {
    return { name: "Error", message: String(error), stack: undefined };
  }
  const { name, message, stack } = error;
  const textOf = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" ? value : undefined;
  };
  const [code, path] = [textOf("code"), textOf("path")];
  return {
    name,
    message,
    stack,
    ...(code === undefined ? {} : { code }),
    ...(path === undefined ? {} : { path }),
  };
}

/** The error that {@link sendError} took apart, of the class that callers look for. */
export function receiveError(sent: SentError): Error {
  if (sent.name === "UnknownMarkerError") return new UnknownMarkerError();
  const error =
    sent.name === "DatabaseFileError"
      ? new DatabaseFileError(sent.message)
      : Object.assign(new Error(sent.message), { name: sent.name });
  if (sent.stack !== undefined) error.stack = sent.stack;
  const { code, path } = sent;
  return Object.assign(
    error,
    code === undefined ? {} : { code },
    path === undefined ? {} : { path },
  );
}
