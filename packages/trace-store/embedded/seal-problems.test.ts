import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { buildRecord, day, noon, openTestStore, project } from "../contract/open-store.ts";
import { openEmbeddedStore } from "./embedded-store.ts";
import { layOutBatch } from "./new-batch.ts";
import { SealProblems } from "./seal-problems.ts";
import type { Segment } from "./segment.ts";
import { Writer } from "./writer.ts";

/** Changes a body of a batch in the log, as a disk may do. */
function damageBatch(folder: string, no: number): void {
  const database = openDatabase(join(folder, "log.db"), "");
  const image = database.prepare("SELECT image FROM segment WHERE no = ?").get(no)?.["image"];
  if (!(image instanceof Uint8Array)) throw new Error("no such batch");
  const bytes = Buffer.from(image);
  const body = bytes.indexOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])) + 40;
  bytes[body] = (bytes[body] ?? 0) ^ 1;
  database.prepare("UPDATE segment SET image = ? WHERE no = ?").run(bytes, no);
  database.close();
}

describe.each([
  ["in threads", true],
  ["in one thread", false],
])("a batch in the log that is damaged, sealed %s", (_, hasThreads) => {
  it("is told once; the batches beside it and other days are sealed", async () => {
    const onProblem = vi.fn<(problem: Error) => void>();
    const { store, reopen, folder } = openTestStore((options) =>
      openEmbeddedStore({
        ...options,
        rowsPerSegment: 4,
        hasThreads,
        onProblem,
        sealRetryMs: 50,
      }),
    );
    const early = noon - day;
    const files = (start: string) =>
      readdirSync(join(folder, "segments")).filter((name) => name.startsWith(start));
    for (const trace_id of ["a1", "a2", "a3"]) {
      await store.append(project, [buildRecord({ trace_id, time: early })]);
    }
    await store.close();
    damageBatch(folder, 2);

    const again = reopen();
    // The fourth trace fills a segment, which cannot be sealed.
    const verdicts = await again.append(project, [buildRecord({ trace_id: "a4", time: early })]);
    expect(verdicts).toMatchObject([{ verdict: "accepted" }]);
    await vi.waitFor(() => expect(onProblem).toHaveBeenCalledOnce());
    expect(onProblem.mock.calls[0]?.[0].message).toBe(
      `Batches of 2026-03-10 of project ${project} could not be sealed: ${join(folder, "log.db")} is damaged: put it back from a backup. They stay in the log and are tried again; others are sealed meanwhile.`,
    );
    await again.append(
      project,
      ["b1", "b2", "b3", "b4"].map((trace_id) => buildRecord({ trace_id })),
    );
    await vi.waitFor(() => expect(files("2026-03-11")).toHaveLength(1));

    await wait(60);
    await again.append(project, [buildRecord({ trace_id: "b5" })]);
    // The first and the third of that day; the fourth may have come after that job was made.
    await vi.waitFor(() => expect(files("2026-03-10").length).toBeGreaterThanOrEqual(2));
    expect(files("unregistered")).toEqual([]);
    for (const trace_id of ["a1", "a3", "a4", "b1", "b5"]) {
      expect((await again.find(project, trace_id))?.trace_id).toBe(trace_id);
    }
    await wait(120);
    await again.append(project, [buildRecord({ trace_id: "b6" })]);
    expect(onProblem).toHaveBeenCalledOnce();
  });
});

/** A segment of one trace. */
function openSegment(): Segment {
  const folder = mkdtempSync(join(tmpdir(), "trace-store-problems-"));
  const options = { folder, retentionMs: 7 * day, rowsPerSegment: 4 };
  const writer = new Writer(
    options,
    () => undefined,
    () => {},
  );
  onTestFinished(() => {
    writer.close();
    rmSync(folder, { recursive: true });
  });
  writer.append([layOutBatch(project, noon, [buildRecord({ trace_id: "a" })])]);
  const [segment] = writer.view.segments.all();
  if (segment === undefined) throw new Error("not stored");
  return segment;
}

describe("what could not be sealed", () => {
  const job = { project: 1, day: 20_000, inputs: [] };
  const full = Object.assign(new Error("no space"), { code: "ENOSPC", path: "/data/x" });

  it("lets all sealing wait when it was the system, and is told anew after it worked", () => {
    const onProblem = vi.fn<(problem: Error) => void>();
    const problems = new SealProblems(onProblem, 100);
    problems.failed(job, project, full, 1_000);
    problems.failed(job, project, full, 1_100);
    expect(onProblem.mock.calls.map(([{ message }]) => message)).toEqual([
      "Sealing segments failed, and is tried again: /data/x could not be written, as the disk is full: free some space, then try again.",
    ]);
    expect([problems.pause(1_150), problems.pause(1_200)]).toEqual([50, 0]);
    problems.sealed(job);
    problems.failed(job, project, full, 1_300);
    expect(onProblem).toHaveBeenCalledTimes(2);
  });

  it("waits twice as long each time, up to an hour, and is tried alone", () => {
    const problems = new SealProblems(() => {}, 100);
    const segment = openSegment();
    const damaged = { ...job, inputs: [segment] };
    const { no } = segment.entry;
    let now = 1_000;
    for (const ms of [100, 200, 400, 800]) {
      problems.failed(damaged, project, new Error("damaged"), now);
      expect(problems.sealability(no, now + ms - 1)).toBe("not yet");
      expect(problems.sealability(no, now + ms)).toBe("alone");
      now += ms;
    }
    for (let times = 0; times < 50; times += 1) {
      problems.failed(damaged, project, new Error("damaged"), now);
    }
    expect(problems.sealability(no, now + 3_600_000)).toBe("alone");
    expect(problems.pause(now)).toBe(0);
    problems.sealed(damaged);
    expect(problems.sealability(no, now)).toBe("any");
  });
});
