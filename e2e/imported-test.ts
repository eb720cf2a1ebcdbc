import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { tracePageSchema } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { guardedTest } from "./guarded-test.ts";
import type { KnownProject } from "./known-projects.ts";
import { addTraces, buildKnownTraces, type KnownTraces } from "./known-traces.ts";
import { importFolder, startServer } from "./servers.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

type Known = ReturnType<typeof buildKnownTraces>;

interface ImportedServer extends TraceServer {
  /** All traces that were imported. */
  readonly imported: Known;
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
        const imported = buildKnownTraces(madeAt);
        writeTraceFiles(files, Object.values(imported));
        await importFolder(files, data);
        const server = await startServer("start", data);
        const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
        await withSignedIn(server, admin, playwright, (signedIn) =>
          provide({ ...signedIn, imported, madeAt }),
        );
      });
    },
    { scope: "worker" },
  ],
  // What tests before have done, sign-ins and exports, is recorded as well.
  known: async ({ server, playwright }, provide) => {
    const { url: baseURL, state: storageState, imported } = server;
    const context = await playwright.request.newContext({ baseURL, storageState });
    const withRecorded = async (known: KnownTraces) =>
      addTraces(known, await fetchRecorded(context, known.project));
    await provide({
      beijing: await withRecorded(imported.beijing),
      laboratory: await withRecorded(imported.laboratory),
      singapore: await withRecorded(imported.singapore),
      dublin: await withRecorded(imported.dublin),
      shanghai: await withRecorded(imported.shanghai),
    });
    await context.dispose();
  },
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});

/** The traces of CTS itself in a project. */
async function fetchRecorded(
  context: APIRequestContext,
  { project_id }: KnownProject,
): Promise<readonly Trace[]> {
  const query = `from=0&to=${Date.now() + 1000}&service_type=CTS&limit=200`;
  const reply = await context.get(`/api/projects/${project_id}/traces?${query}`);
  return tracePageSchema.parse(await reply.json()).traces;
}
