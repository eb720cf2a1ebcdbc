import { demoUser } from "@trace-console/contracts/demo";
import { guardedTest } from "./guarded-test.ts";
import { startServer } from "./servers.ts";
import { type TraceServer, withFolder, withSignedIn } from "./trace-server.ts";

/** `test` for the demo: each worker starts one, and every page has signed in there. */
export const test = guardedTest.extend<object, { server: TraceServer }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const server = await startServer("demo", folder);
        const credentials = { user: demoUser.name, password: demoUser.password };
        await withSignedIn(server, credentials, playwright, provide);
      });
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});
