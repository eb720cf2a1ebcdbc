import { createServer } from "node:net";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { ConfigError } from "@trace-console/contracts/data-config";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { buildApp } from "./app.ts";
import { closeApp } from "./close-app.ts";
import { readServerConfig, type ServerConfig } from "./config.ts";
import { type Demo, openDemo } from "./demo.ts";
import { createFirstAdmin } from "./first-admin.ts";
import { repeat } from "./repeat.ts";
import { explainStartFailure } from "./start-failure.ts";

/** How often days that have left the retention window are dropped; reads are clamped at once. */
const expiryMs = 10 * 60_000;
const feedMs = 1_000;
/** How long a server that stops waits for replies under way; Docker kills after ten seconds. */
const graceMs = 5_000;

/** Fails early when the port is taken: before the demo's data is made anew, for one. */
async function checkPort({ host, port }: ServerConfig): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function openReal(config: ServerConfig, clock: () => number): Promise<Demo> {
  const { dataDir, retentionDays } = config;
  const store = openEmbeddedStore({ folder: join(dataDir, "traces"), retentionDays, clock });
  const accounts = openAccounts({ file: join(dataDir, "accounts.db"), clock });
  const notice = await createFirstAdmin(accounts);
  if (notice !== undefined) console.log(notice);
  return { store, accounts, feed: undefined };
}

async function serve(mode: "demo" | "start"): Promise<void> {
  const config = readServerConfig(process.env);
  const clock = () => Date.now();
  await checkPort(config);
  const { store, accounts, feed } = await (mode === "demo" ? openDemo : openReal)(config, clock);
  await store.expire();
  // The columns are read now, so that nobody's first query waits for them.
  for (const project of accounts.listProjects()) await store.listOperations(project.project_id);
  const app = await buildApp({
    store,
    accounts,
    clock,
    retentionDays: config.retentionDays,
    consoleFolder: join(import.meta.dirname, "..", "..", "dist", "web"),
  });
  const address = await app.listen({ host: config.host, port: config.port });
  const stops = [repeat("dropping old days", expiryMs, () => store.expire(), app.log)];
  if (feed !== undefined) stops.push(repeat("feeding the demo", feedMs, feed, app.log));
  console.log(`Trace Console is ready: ${address}`);
  if (mode === "demo") console.log('Sign in as "demo" with the password "demo".');

  const stop = async () => {
    for (const stopRepeating of stops) await stopRepeating();
    await closeApp(app, graceMs);
    await store.close();
    accounts.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

const [mode] = process.argv.slice(2);
try {
  if (mode !== "demo" && mode !== "start") throw new ConfigError("Say demo or start.");
  await serve(mode);
} catch (error) {
  const explained = explainStartFailure(error);
  if (explained === undefined) throw error;
  console.error(explained);
  process.exitCode = 1;
}
