import { createServer } from "node:net";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { ConfigError } from "@trace-console/contracts/data-config";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { buildApp } from "./app.ts";
import { readServerConfig, type ServerConfig } from "./config.ts";
import { type Demo, openDemo } from "./demo.ts";
import { createFirstAdmin } from "./first-admin.ts";
import { explainStartFailure } from "./start-failure.ts";

/** How often days that have left the retention window are dropped; reads are clamped at once. */
const expiryMs = 10 * 60_000;

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
  return { store, accounts, startFeed: () => () => {} };
}

async function serve(mode: "demo" | "start"): Promise<void> {
  const config = readServerConfig(process.env);
  const clock = () => Date.now();
  await checkPort(config);
  const { store, accounts, startFeed } = await (mode === "demo" ? openDemo : openReal)(
    config,
    clock,
  );
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
  const stopFeed = startFeed();
  const expiry = setInterval(() => void store.expire(), expiryMs);
  console.log(`Trace Console is ready: ${address}`);
  if (mode === "demo") console.log('Sign in as "demo" with the password "demo".');

  const stop = async () => {
    clearInterval(expiry);
    stopFeed();
    await app.close();
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
