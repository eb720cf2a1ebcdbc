import { DatabaseSync } from "node:sqlite";

/**
 * Opens a SQLite file the way every file of the store is opened: WAL, and `synchronous=FULL` so
 * that a commit that returned survives a crash of the machine. Another process may hold the write
 * lock (an import beside the running server), hence the time-out.
 */
export function openDatabase(file: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 30_000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  database.exec(schema);
  return database;
}

/** Runs `work` as one transaction that takes the write lock at once; an error rolls all of it back. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
