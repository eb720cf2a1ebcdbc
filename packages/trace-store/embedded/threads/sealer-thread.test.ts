import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { buildRecord, noon, project } from "../../contract/open-store.ts";
import { layOutBatch } from "../new-batch.ts";
import { Writer } from "../writer.ts";
import { SealerThread } from "./sealer-thread.ts";

it("a sealer without work ends its thread, and starts it again for the next job", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trace-store-sealer-"));
  const retentionMs = 7 * 86_400_000;
  const writer = new Writer(
    { folder, retentionMs, rowsPerSegment: 2 },
    () => undefined,
    vi.fn<() => void>(),
  );
  const sealer = new SealerThread(folder, 10);
  onTestFinished(async () => {
    await sealer.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });
  for (const ids of [
    ["a", "b"],
    ["c", "d"],
  ]) {
    const records = ids.map((trace_id) => buildRecord({ trace_id }));
    writer.append([layOutBatch(project, noon, records)]);
    const job = writer.sealing.choose();
    if (job === undefined) throw new Error("nothing to seal");
    const { path, names } = job;
    const inputs = job.inputs.map(({ entry, source }) => ({ entry, head: source.head }));
    const sealing = sealer.seal({ inputs, path, names });
    expect(sealer.isRunning).toBe(true);
    expect(writer.sealing.commit(job, await sealing, noon)?.entry.rows).toBe(2);
    await vi.waitFor(() => expect(sealer.isRunning).toBe(false));
  }
});
