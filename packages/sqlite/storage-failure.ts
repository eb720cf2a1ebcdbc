/** A SQLite file that cannot be used. The message names the file, the cause, and what to do. */
export class DatabaseFileError extends Error {
  constructor(message: string, cause?: Error) {
    super(message, { cause });
    this.name = "DatabaseFileError";
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html) that a person can do something about. */
const adviceOfResult: Readonly<Record<number, string>> = {
  5: "is held by another program: stop it, or wait until it is done.",
  8: "is read-only: give this user the right to write it and its folder.",
  10: "could not be read or written: look after the disk, then start again.",
  11: "is damaged: put it back from a backup.",
  13: "could not be written, as the disk is full: free some space, then try again.",
  14: "cannot be opened: check that its folder exists and that this user may write there.",
  26: "is not a database: put it back from a backup, or set DATA_DIR to another folder.",
};

/** The system's error codes, of the file system, that a person can do something about. */
const adviceOfSystem: Readonly<Record<string, string>> = {
  EACCES: "may not be written by this user: set DATA_DIR to a folder of theirs.",
  EPERM: "may not be written by this user: set DATA_DIR to a folder of theirs.",
  EROFS: "lies on a read-only file system: set DATA_DIR to a folder that can be written.",
  EEXIST: "is in the way: set DATA_DIR to a folder.",
  ENOTDIR: "leads through a file: set DATA_DIR to a folder.",
  ENOSPC: "could not be written, as the disk is full: free some space, then try again.",
  ENAMETOOLONG: "is too long a name: set DATA_DIR to another folder.",
};

function adviceOf(error: Error): string | undefined {
  const result = "errcode" in error && typeof error.errcode === "number" ? error.errcode : 0;
  return adviceOfResult[result & 0xff];
}

/**
 * The error to throw in place of `error`: one of SQLite's that a person can do something about
 * becomes a {@link DatabaseFileError} of `file`, any other stays.
 */
export function namedFailure(file: string, error: unknown): unknown {
  const advice = error instanceof Error ? adviceOf(error) : undefined;
  return error instanceof Error && advice !== undefined
    ? new DatabaseFileError(`${file} ${advice}`, error)
    : error;
}

/**
 * What a person is told about an error of the data folder: the file, the cause and what to do, in
 * one sentence.
 *
 * @returns undefined for an error that is none of the file system or of SQLite, hence a fault of
 *   this program.
 */
export function explainStorageFailure(error: unknown): string | undefined {
  const named = namedFailure("A file in DATA_DIR", error);
  if (named instanceof DatabaseFileError) return named.message;
  if (!(error instanceof Error && "code" in error && "path" in error)) return undefined;
  const advice = adviceOfSystem[String(error.code)];
  return advice === undefined ? undefined : `${String(error.path)} ${advice}`;
}
