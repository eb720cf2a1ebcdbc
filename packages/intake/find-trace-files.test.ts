import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findTraceFiles } from "./find-trace-files.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "find-trace-files-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string): string {
  const whole = join(folder, path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, "[]");
  return whole;
}

test("a folder gives all trace files below it by name, and says what it passes over", async () => {
  const files = ["a/2.json", "a/10.json", "b.json.gz", "B.JSON", "a-b/x.json"].map(put);
  const others = ["a/notes.txt", "json", "c.json.gz.part"].map(put);
  symlinkSync(folder, join(folder, "loop"));
  symlinkSync(files[0] ?? "", join(folder, "link.json"));
  execFileSync("mkfifo", [join(folder, "fifo.json")]);

  const found = await findTraceFiles([folder]);
  expect(found.filter(({ kind }) => kind === "file").map(({ path }) => path)).toEqual(
    ["B.JSON", "a/10.json", "a/2.json", "a-b/x.json", "b.json.gz"].map((name) =>
      join(folder, name),
    ),
  );
  const ignored = found.flatMap((file) =>
    file.kind === "ignored" ? [`${file.path}: ${file.reason}`] : [],
  );
  expect(new Set(ignored)).toEqual(
    new Set([
      ...others.map((path) => `${path}: not .json or .json.gz`),
      `${join(folder, "fifo.json")}: not a regular file`,
      `${join(folder, "link.json")}: a symbolic link`,
      `${join(folder, "loop")}: a symbolic link`,
    ]),
  );
});

test("a file that is named and lies in a named folder comes once, links that are named are followed", async () => {
  const file = put("a/x.json");
  const link = join(folder, "link");
  symlinkSync(join(folder, "a"), link);
  const found = await findTraceFiles([file, join(folder, "a"), link, `${link}/x.json`]);
  expect(found).toEqual([{ kind: "file", path: file, bytes: 2 }]);
});

test("a path that does not exist is an error", async () => {
  await expect(findTraceFiles([join(folder, "absent.json")])).rejects.toThrow("ENOENT");
});
