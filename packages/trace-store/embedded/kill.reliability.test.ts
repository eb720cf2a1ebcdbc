import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openEmbeddedStore } from "./embedded-store.ts";
import { batchSize, clock, killedProject, recordOf, rowsPerSegment } from "./kill-load.ts";

const kills = 50;
const everything = { trace_type: "system", from: 0, to: clock() + 1 } as const;

/** Runs the program and kills it. @returns the number of the last batch that it told as stored. */
async function runAndKill(folder: string, from: number, killAfter: number, delay: number) {
  const program = join(import.meta.dirname, "kill-program.ts");
  const child = spawn(process.execPath, [program, folder, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let [told, heard] = ["", 0];
  child.stdout.on("data", (data) => {
    told += String(data);
    heard += 1;
    if (heard === killAfter) setTimeout(() => child.kill("SIGKILL"), delay);
  });
  await new Promise((resolve) => child.once("close", resolve));
  // The last line may be cut off: it was never told.
  return Number(told.slice(0, told.lastIndexOf("\n")).split("\n").at(-1) ?? from - 1);
}

it(`after each of ${kills} kills every batch that was acknowledged is there, whole and once`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "trace-store-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let next = 0;
  let slowestOpening = 0;
  const sealed = new Set<number>();
  for (let round = 0; round < kills; round += 1) {
    const last = await runAndKill(folder, next, 1 + ((round * 13) % 40), (round * 7) % 60);

    const opening = performance.now();
    const store = openEmbeddedStore({ folder, retentionDays: 7, clock, rowsPerSegment });
    const page = await store.list(killedProject, { ...everything, limit: 1 });
    slowestOpening = Math.max(slowestOpening, performance.now() - opening);
    expect(page.traces).toHaveLength(1);

    const perBatch = new Map<number, number>();
    const lines: string[] = [];
    for await (const { bytes } of store.exportTraces(killedProject, everything)) {
      lines.push(Buffer.from(bytes).toString());
    }
    const wires = lines.join("").trimEnd().split("\n");
    for (const wire of wires) {
      const [batch = -1, index = -1] = (/"trace_id":"(\d+)-(\d+)"/.exec(wire) ?? [])
        .slice(1)
        .map(Number);
      expect(wire).toBe(recordOf(batch, index).wire);
      perBatch.set(batch, (perBatch.get(batch) ?? 0) + 1);
    }
    expect(new Set(wires).size).toBe(wires.length);
    for (let batch = 0; batch <= last; batch += 1) expect(perBatch.get(batch)).toBe(batchSize);
    // One more may have been stored without having been told; never a part of one.
    expect([...perBatch.values()].filter((count) => count !== batchSize)).toEqual([]);
    expect((await store.summarize(killedProject, everything)).total).toBe(wires.length);
    const again = await store.append(killedProject, [recordOf(last, 0), recordOf(last, 1)]);
    expect(again.map(({ verdict }) => verdict)).toEqual(["duplicate", "duplicate"]);
    await store.close();
    next = Math.max(...perBatch.keys()) + 1;
    sealed.add(next);
  }
  console.log(
    `${kills} kills, ${next} batches of ${batchSize}; slowest opening ${slowestOpening.toFixed(0)} ms`,
  );
  expect(sealed.size).toBeGreaterThan(kills / 2);
  expect(slowestOpening).toBeLessThan(5_000);
});
