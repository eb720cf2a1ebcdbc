import { createHash } from "node:crypto";
import { createdExportSchema, exportProgressSchema } from "@trace-console/contracts/export-api";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { expect, it } from "vitest";
import { hour, noon, openTestApp, project } from "../test-app.ts";

const count = 1_000_000;
const batchSize = 2_000;
/** What an export may take on top of what the process has, MB: its pieces are a few MB. */
const mostMemory = 300;

it(`exports of ${count} traces arrive whole in each format, with progress, and in little memory`, async () => {
  const { store, listen } = await openTestApp();
  for (let no = 0; no < count; no += batchSize) {
    const records = Array.from({ length: batchSize }, (_, index) => {
      const time = noon - 1 - (no + index) * 500;
      const trace = buildTrace({ trace_id: `trace ${no + index}`, time, code: "=1+1" });
      return { trace, wire: JSON.stringify(trace), original: undefined };
    });
    await store.append(project, records);
  }
  const { ask } = await listen();
  const headers = { "content-type": "application/json" };
  const all = `/api/projects/${project}/exports`;

  for (const format of ["ndjson", "csv", "xlsx"]) {
    const before = process.memoryUsage.rss();
    let most = before;
    const body = JSON.stringify({ format, time_zone: "Asia/Shanghai" });
    const range = `from=${noon - 167 * hour}&to=${noon}`;
    const made = await ask(`${all}?${range}`, { method: "POST", headers, body });
    const { export_id, total } = createdExportSchema.parse(await made.json());
    expect(total).toBe(count);
    const look = async () => {
      const reply = await ask(`${all}/${export_id}`, { headers });
      return exportProgressSchema.parse(await reply.json());
    };

    const started = performance.now();
    const hash = createHash("sha256");
    const seen: number[] = [];
    let [bytes, looked] = [0, started];
    const file = await ask(`${all}/${export_id}/file`, { headers });
    for await (const chunk of file.body ?? []) {
      hash.update(chunk);
      bytes += chunk.length;
      if (performance.now() - looked < 250) continue;
      looked = performance.now();
      seen.push((await look()).traces);
      most = Math.max(most, process.memoryUsage.rss());
    }
    const seconds = (performance.now() - started) / 1000;
    await expect.poll(async () => (await look()).state).toBe("complete");
    const sha256 = hash.digest("hex");
    expect(await look()).toMatchObject({ traces: count, bytes, sha256 });
    // Progress went on all the time.
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.some((traces) => traces > count * 0.2 && traces < count * 0.8)).toBe(true);
    expect((most - before) / 2 ** 20).toBeLessThan(mostMemory);
    console.log(
      `${format}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} traces/s, ${(bytes / 1e6).toFixed(0)} MB, at most ${((most - before) / 2 ** 20).toFixed(0)} MB of memory on top`,
    );
  }
});
