import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { inTransaction, openDatabase } from "./open-database.ts";

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
