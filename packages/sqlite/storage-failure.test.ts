import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { inTransaction, openDatabase } from "./open-database.ts";
import { DatabaseFileError, explainStorageFailure } from "./storage-failure.ts";

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

it("a file that is no database is named, with what to do", () => {
  const file = join(tempFolder(), "test.db");
  writeFileSync(file, "no database ".repeat(100));
  const error = errorOf(() => openDatabase(file, ""));
  expect(error).toBeInstanceOf(DatabaseFileError);
  expect(explainStorageFailure(error)).toMatch(/test\.db is not a database: put it back/);
});

it("a file that cannot be created is named, with what to do", () => {
  const file = join(tempFolder(), "absent", "test.db");
  expect(explainStorageFailure(errorOf(() => openDatabase(file, "")))).toMatch(
    /test\.db cannot be opened: check that its folder exists/,
  );
});

it("a transaction for which there is no room names its file", () => {
  const database = openDatabase(join(tempFolder(), "test.db"), "CREATE TABLE t (x BLOB) STRICT;");
  database.exec("PRAGMA max_page_count = 10");
  const error = errorOf(() =>
    inTransaction(database, () => database.exec("INSERT INTO t VALUES (zeroblob(100000))")),
  );
  expect(explainStorageFailure(error)).toMatch(
    /test\.db could not be written, as the disk is full/,
  );
  expect(database.isTransaction).toBe(false);
  database.close();
});

it("a file where a folder should be is named; faults of the program are not explained away", () => {
  const file = join(tempFolder(), "file");
  writeFileSync(file, "");
  expect(
    explainStorageFailure(errorOf(() => mkdirSync(join(file, "traces"), { recursive: true }))),
  ).toMatch(/file.* leads through a file: set DATA_DIR to a folder/);
  const database = openDatabase(join(tempFolder(), "test.db"), "");
  const fault = errorOf(() => inTransaction(database, () => database.exec("SELECT nothing")));
  expect(fault).not.toBeInstanceOf(DatabaseFileError);
  expect(explainStorageFailure(fault)).toBeUndefined();
  expect(explainStorageFailure(new TypeError("x is undefined"))).toBeUndefined();
  database.close();
});
