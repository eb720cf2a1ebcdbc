import type { DatabaseSync } from "node:sqlite";

/**
 * Prepares a look at a database's version, which changes with every commit of another connection, be
 * it of this process or another; see https://www.sqlite.org/pragma.html#pragma_data_version.
 *
 * @returns reads the present one. Requests ask all the time: a row as an array takes half as long.
 */
export function prepareDataVersion(database: DatabaseSync): () => number {
  const statement = database.prepare("PRAGMA data_version");
  statement.setReturnArrays(true);
  return () => {
    const row: unknown = statement.get();
    const version: unknown = Array.isArray(row) ? row[0] : undefined;
    if (typeof version !== "number") throw new Error("SQLite tells no version of its data");
    return version;
  };
}
