import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { giveBackPages, inTransaction, openDatabase } from "./open-database.ts";

const schema = "CREATE TABLE IF NOT EXISTS t (x INTEGER) STRICT;";

function tempFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "test.db");
}

it("several processes that open the same new file at once all succeed", async () => {
  const program = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "open-database.ts"))};
    for (const file of process.argv.slice(1)) openDatabase(file, ${JSON.stringify(schema)}).close();
  `;
  const first = tempFile();
  const files = Array.from({ length: 20 }, (_, n) => `${first}${n}`);
  const runs = Array.from({ length: 3 }, () =>
    promisify(execFile)(process.execPath, ["--input-type=module", "-e", program, ...files]),
  );
  for (const { stderr } of await Promise.all(runs)) expect(stderr).toBe("");
}, 60_000);

it("a transaction that throws leaves nothing behind", () => {
  const database = openDatabase(tempFile(), schema);
  expect(() =>
    inTransaction(database, () => {
      database.exec("INSERT INTO t VALUES (1)");
      throw new Error("stop");
    }),
  ).toThrow("stop");
  inTransaction(database, () => database.exec("INSERT INTO t VALUES (2)"));
  expect(database.prepare("SELECT x FROM t").all()).toEqual([{ x: 2 }]);
  database.close();
});

it("a commit is on the disk when it returns", () => {
  const database = openDatabase(tempFile(), schema);
  expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
  database.close();
});

it("free pages are given back step by step, down to those that are kept", () => {
  const file = tempFile();
  const database = openDatabase(file, "CREATE TABLE IF NOT EXISTS b (x BLOB) STRICT;");
  const pages = () => {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return statSync(file).size / 4096;
  };
  for (let row = 0; row < 100; row += 1) {
    database.prepare("INSERT INTO b VALUES (?)").run(new Uint8Array(40_000));
  }
  database.exec("DELETE FROM b WHERE rowid < 100");
  const most = pages();
  giveBackPages(database, 300, 500);
  // With a page that told where others are.
  expect(most - pages()).toBeOneOf([500, 501]);
  giveBackPages(database, 300, 500);
  const rest = pages();
  expect(rest).toBeLessThan(330);
  giveBackPages(database, 300, 500);
  expect(pages()).toBe(rest);
  expect(database.prepare("SELECT length(x) AS n FROM b").all()).toEqual([{ n: 40_000 }]);
  database.close();
});
