import { join } from "node:path";
import type { Trace } from "@trace-console/contracts/trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { guardedTest } from "./guarded-test.ts";
import { beijing } from "./known-projects.ts";
import { importFolder, startServer } from "./servers.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

const [second, minute] = [1_000, 60_000];

let built = 0;

/** A trace of Beijing at a time (ms since 1970), with this name. */
function buildOne(trace_name: string, time: number): Trace {
  built++;
  return buildTrace({
    project_id: beijing.project_id,
    trace_id: `${String(built).padStart(8, "0")}-5bfd-11f1-8a4e-0242ac110003`,
    trace_name,
    time,
    record_time: time,
    resource_name: `live-${built}`,
  });
}

interface LiveServer extends TraceServer {
  /** Imports traces with these names that happen now, while the server runs. */
  readonly add: (...names: string[]) => Promise<void>;
  /** Imports a trace with this name that happened so many ms ago. */
  readonly addLate: (name: string, age: number) => Promise<void>;
}

/**
 * `test` for a server with 120 traces of the last hour, to which a test adds more while it runs:
 * each worker has one of its own.
 */
export const test = guardedTest.extend<object, { server: LiveServer }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const data = join(folder, "data");
        let imports = 0;
        const store = async (traces: readonly Trace[]) => {
          imports++;
          const bucket = join(folder, `bucket-${imports}`);
          writeTraceFiles(bucket, [{ project: beijing, traces }]);
          await importFolder(bucket, data);
        };
        const add = (...names: string[]) =>
          store(names.map((name) => buildOne(name, Date.now() - second)));
        const addLate = (name: string, age: number) => store([buildOne(name, Date.now() - age)]);
        const now = Date.now();
        await store(
          Array.from({ length: 120 }, (_, index) =>
            buildOne("CreateJobV2", now - 2 * minute - index * 10 * second),
          ),
        );
        const server = await startServer("start", data);
        const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
        await withSignedIn(server, admin, playwright, (signedIn) =>
          provide({ ...signedIn, add, addLate }),
        );
      });
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});
