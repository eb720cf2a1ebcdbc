import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { prepareDataVersion } from "./data-version.ts";
import { openDatabase } from "./open-database.ts";

it("changes when another connection has written, and not by reading", () => {
  const folder = mkdtempSync(join(tmpdir(), "data-version-"));
  const open = () => openDatabase(join(folder, "some.db"), "CREATE TABLE IF NOT EXISTS one (no)");
  const [own, other] = [open(), open()];
  onTestFinished(() => {
    own.close();
    other.close();
    rmSync(folder, { recursive: true });
  });
  const version = prepareDataVersion(own);

  const before = version();
  other.prepare("SELECT count(*) FROM one").get();
  expect(version()).toBe(before);

  other.exec("INSERT INTO one VALUES (1)");
  expect(version()).not.toBe(before);
});
