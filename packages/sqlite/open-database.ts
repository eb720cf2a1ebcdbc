import { DatabaseSync } from "node:sqlite";
import { namedFailure } from "./storage-failure.ts";

const SQLITE_BUSY = 5;

/**
 * Opens a SQLite file the way every file of this product is opened: WAL, and `synchronous=FULL` so
 * that a commit that returned survives a crash of the machine. Another process may hold the write
 * lock (an import beside the running server), hence the time-out. Created if absent.
 *
 * @param schema statements that create what is not there yet.
 * @throws DatabaseFileError for a file that cannot be used.
 */
export function openDatabase(file: string, schema: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 30_000 });
    // Of a new file only, and before anything else: {@link giveBackPages} needs it.
    database.exec("PRAGMA auto_vacuum = INCREMENTAL");
    useWriteAheadLog(database);
    // Fewer checkpoints, each writing a page once that many commits changed.
    database.exec("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000;");
    database.exec(schema);
    return database;
  } catch (error) {
    database?.close();
    throw namedFailure(file, error);
  }
}

/** SQLite's time-out does not cover this statement when two processes open a new file at once. */
function useWriteAheadLog(database: DatabaseSync): void {
  for (let tries = 0; ; tries += 1) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      const isBusy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
      if (!isBusy || tries === 1_000) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/**
 * Runs `work` as one transaction that takes the write lock at once; an error rolls all of it back.
 *
 * @throws DatabaseFileError for a file that cannot be used, else what `work` throws.
 */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  try {
    database.exec("BEGIN IMMEDIATE");
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw namedFailure(database.location() ?? "A database", error);
  }
}

/**
 * Gives free pages at the end of a file back to the system, once more than `kept` are free: SQLite
 * by itself never makes a file smaller. At most `atMost` in one call, which moves as many that are
 * in use. Does nothing to a file that was made without `auto_vacuum`.
 */
export function giveBackPages(database: DatabaseSync, kept: number, atMost: number): void {
  const free = Number(database.prepare("PRAGMA freelist_count").get()?.["freelist_count"]);
  const given = Math.min(free - kept, atMost);
  if (given > 0) database.exec(`PRAGMA incremental_vacuum(${given})`);
}
