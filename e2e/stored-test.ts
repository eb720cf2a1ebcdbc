import { join } from "node:path";
import { guardedTest } from "./guarded-test.ts";
import type { KnownTraces } from "./known-traces.ts";
import { importFolder, startServer } from "./servers.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

interface StoredServer extends TraceServer {
  /** Imports more traces while the server runs. */
  readonly add: (known: KnownTraces) => Promise<void>;
}

/**
 * `test` for a server with traces of a test's own: each worker has one, and every page has signed
 * in there as its first user.
 *
 * @param build makes the traces for the moment `now`, ms since 1970
 */
export function storedTest(build: (now: number) => readonly KnownTraces[]) {
  return guardedTest.extend<object, { server: StoredServer }>({
    server: [
      async ({ playwright }, provide) => {
        await withFolder(async (folder) => {
          const data = join(folder, "data");
          let imports = 0;
          const store = async (known: readonly KnownTraces[]) => {
            imports += 1;
            const bucket = join(folder, `bucket-${imports}`);
            writeTraceFiles(bucket, known);
            await importFolder(bucket, data);
          };
          await store(build(Date.now()));
          const server = await startServer("start", data);
          const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
          await withSignedIn(server, admin, playwright, (signedIn) =>
            provide({ ...signedIn, add: (known) => store([known]) }),
          );
        });
      },
      { scope: "worker" },
    ],
    baseURL: ({ server }, provide) => provide(server.url),
    storageState: ({ server }, provide) => provide(server.state),
  });
}
