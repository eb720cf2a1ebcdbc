import { createCipheriv } from "node:crypto";
import { join } from "node:path";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { guardedTest } from "./guarded-test.ts";
import { beijing } from "./known-projects.ts";
import { importFolder, startServer } from "./servers.ts";
import { type SlowLine, openSlowLine } from "./slow-line.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

/** How many traces the server has, each of half a megabyte that no packing makes smaller. */
const largeCount = 40;

/** The same noise for the same number. */
function noiseOf(no: number): string {
  const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16, no));
  return noise.update(Buffer.alloc(375_000)).toString("base64");
}

function buildLarge(no: number, now: number) {
  const time = now - 60_000 - no * 1000;
  return buildTrace({
    project_id: beijing.project_id,
    trace_id: `${String(no).padStart(8, "0")}-5bfd-11f1-8a4e-0242ac110003`,
    time,
    record_time: time,
    request: noiseOf(no),
  });
}

/**
 * `test` for a server whose exports are large, at the end of a line that can be slow:
 * each worker has one of its own.
 */
export const test = guardedTest.extend<object, { server: TraceServer & SlowLine }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const [bucket, data] = [join(folder, "bucket"), join(folder, "data")];
        const now = Date.now();
        const traces = Array.from({ length: largeCount }, (_, no) => buildLarge(no, now));
        writeTraceFiles(bucket, [{ project: beijing, traces }]);
        await importFolder(bucket, data);
        const server = await startServer("start", data);
        const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
        const line = await openSlowLine(server.url);
        await withSignedIn(server, admin, playwright, (signedIn) =>
          provide({ ...signedIn, ...line }),
        );
        line.close();
      });
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});
