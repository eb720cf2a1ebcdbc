import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTraceFile } from "./read-trace-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "read-trace-file-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = Array.from(
  { length: 50 },
  (_, index) => `{"trace_name":"a${index}","time":${index}}\n`,
);

async function countOf(path: string): Promise<number | string> {
  const file = await readTraceFile(path);
  if (file.kind === "traces") return file.values.count;
  return file.kind === "broken" ? file.reason : file.kind;
}

describe("readTraceFile", () => {
  test("plain, packed and packed in several members, the same traces are found", async () => {
    const half = lines.length / 2;
    const members = [lines.slice(0, half), lines.slice(half)].map((part) =>
      gzipSync(part.join("")),
    );
    expect(await countOf(put("a.json", lines.join("")))).toBe(50);
    expect(await countOf(put("a.json.gz", gzipSync(lines.join(""))))).toBe(50);
    expect(await countOf(put("b.JSON.GZ", Buffer.concat(members)))).toBe(50);
  });

  test("a digest file is recognised", async () => {
    const digest = '{"digest_start_time":"a","digest_end_time":"b","log_files":[]}';
    expect(await countOf(put("d.json.gz", gzipSync(digest)))).toBe("digest");
  });

  test("every prefix of a packed file is broken", async () => {
    const packed = gzipSync(lines.join(""));
    for (let length = 0; length < packed.length; length++) {
      const file = await readTraceFile(put("cut.json.gz", packed.subarray(0, length)));
      expect(file).toMatchObject({ kind: "broken" });
    }
    expect(await countOf(put("whole.json.gz", packed))).toBe(50);
  });

  test("every flipped byte of a packed file is broken, or leaves its content whole", async () => {
    const content = lines.join("");
    const packed = gzipSync(content);
    for (let at = 0; at < packed.length; at++) {
      const damaged = Buffer.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const file = await readTraceFile(put("flipped.json.gz", damaged));
      // The time and system in the header (bytes 4 to 9) say nothing about the content.
      const found = file.kind === "traces" ? file.bytes.toString() : file.kind;
      expect(["broken", content]).toContain(found);
    }
  });

  test("garbage behind packed data is broken", async () => {
    const packed = gzipSync(lines.join(""));
    const path = put("a.json.gz", Buffer.concat([packed, Buffer.from("garbage")]));
    expect(await countOf(path)).toBe("the gzip data is damaged, or something else follows it");
  });

  test("what is not packed, or packed twice, is broken", async () => {
    expect(await countOf(put("a.json.gz", "[]"))).toContain("gzip");
    expect(await countOf(put("b.json.gz", gzipSync(gzipSync("[]"))))).toBe("not valid UTF-8");
    expect(await countOf(put("c.json", gzipSync("[]")))).toBe("not valid UTF-8");
  });

  test("a bomb is refused while it unpacks", async () => {
    const bomb = put("bomb.json.gz", gzipSync(Buffer.alloc(100 * 2 ** 20, " ")));
    const before = process.memoryUsage().rss;
    expect(await countOf(bomb)).toBe("unpacks to more than 200 times its size");
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
  });

  test("links, folders, FIFOs and devices are not read", async () => {
    symlinkSync(put("target.json", "[]"), join(folder, "link.json"));
    execFileSync("mkfifo", [join(folder, "fifo.json")]);
    expect(await countOf(join(folder, "link.json"))).toBe("a symbolic link is not followed");
    expect(await countOf(join(folder, "fifo.json"))).toBe("not a regular file");
    expect(await countOf(folder)).toBe("not a regular file");
    expect(await countOf("/dev/zero")).toBe("not a regular file");
    expect(await countOf(join(folder, "absent.json"))).toContain("ENOENT");
  });
});
