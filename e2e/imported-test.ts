import { join } from "node:path";
import { guardedTest } from "./guarded-test.ts";
import { buildKnownTraces } from "./known-traces.ts";
import { importFolder, startServer } from "./servers.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

type Known = ReturnType<typeof buildKnownTraces>;

interface ImportedServer extends TraceServer {
  /** All traces that it holds. */
  readonly known: Known;
  /** The moment for which they were made, ms since 1970. */
  readonly madeAt: number;
}

/**
 * `test` for a server as one gets it by importing a folder of exported trace files and starting:
 * each worker has one of its own, and every page has signed in there as its first user.
 */
export const test = guardedTest.extend<{ known: Known }, { server: ImportedServer }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const [files, data] = [join(folder, "bucket"), join(folder, "data")];
        const madeAt = Math.floor(Date.now() / 1000) * 1000;
        const known = buildKnownTraces(madeAt);
        writeTraceFiles(files, Object.values(known));
        await importFolder(files, data);
        const server = await startServer("start", data);
        const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
        await withSignedIn(server, admin, playwright, (signedIn) =>
          provide({ ...signedIn, known, madeAt }),
        );
      });
    },
    { scope: "worker" },
  ],
  known: ({ server }, provide) => provide(server.known),
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});
