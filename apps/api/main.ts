import { createServer } from "node:net";
import { join } from "node:path";
import { AuditLog } from "@trace-console/audit/audit-log";
import { expireDays } from "@trace-console/audit/expire-days";
import { ConfigError } from "@trace-console/contracts/data-config";
import { deliver } from "@trace-console/notifications/deliver";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { closeApp } from "./close-app.ts";
import { readServerConfig, type ServerConfig } from "./config.ts";
import { openDemo } from "./demo.ts";
import { openInstallation } from "./installation.ts";
import { repeat } from "./repeat.ts";
import { explainStartFailure } from "./start-failure.ts";

/** How often days that have left the retention window are dropped; reads are clamped at once. */
const expiryMs = 10 * 60_000;
const feedMs = 1_000;
const deliverMs = 1_000;
/** How often traces are looked for of which an import that died could tell nobody. */
const recoverMs = 30_000;
/** How long a server that stops waits for replies under way; Docker kills after ten seconds. */
const graceMs = 5_000;

/**
 * Fails early when the port is taken: before the demo's data is made anew, for one.
 * @returns the port, also when the system chose it.
 */
async function findPort({ host, port }: ServerConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      const found = typeof address === "object" && address !== null ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}

async function serve(mode: "demo" | "start"): Promise<void> {
  const asked = readServerConfig(process.env);
  const config = { ...asked, port: await findPort(asked) };
  const clock = () => Date.now();
  const log = pino({ level: "warn" });
  let tell = (problem: Error) => console.error(problem.message);
  const open = mode === "demo" ? openDemo : openInstallation;
  const { store, accounts, trackers, notifications, feed, notice } = await open(
    config,
    clock,
    (problem) => tell(problem),
  );
  if (notice !== undefined) console.log(notice);
  const auditLog = new AuditLog(store, accounts.projects, notifications.announced, (problem) =>
    tell(problem instanceof Error ? problem : new Error(String(problem))),
  );
  const expire = () => expireDays(store, auditLog, accounts.projects.list(), clock);
  // The columns are read now, so that nobody's first query waits for them and a damaged file keeps
  // the server from starting; until the thread that drops days has begun, there is time for it.
  await Promise.all([expire(), store.load()]);
  const app = await buildApp({
    store,
    accounts,
    trackers,
    notifications,
    auditLog,
    log,
    clock,
    retentionDays: config.retentionDays,
    trustedProxies: config.trustedProxies,
    oidc: config.oidc,
    consoleFolder: join(import.meta.dirname, "..", "..", "dist", "web"),
  });
  tell = (problem) => log.error(problem, problem.message);
  const address = await app.listen({ host: config.host, port: config.port });
  const stops = [repeat("dropping old days", expiryMs, expire, log)];
  if (feed !== undefined) stops.push(repeat("feeding the demo", feedMs, feed, log));
  const { endpoints } = config;
  const sending = new AbortController();
  const send = () =>
    deliver(notifications.deliveries, { endpoints, clock, signal: sending.signal });
  stops.push(repeat("delivering notifications", deliverMs, send, log));
  const recover = () =>
    notifications.announced.recover((project_id, trace_id) => store.find(project_id, trace_id));
  stops.push(repeat("recovering notifications", recoverMs, recover, log));
  console.log(`Trace Console is ready: ${address}`);
  store.prepare().catch((error: unknown) => {
    log.error(error, "adding counts up ahead failed; they are added up when asked for");
  });

  const stop = async () => {
    sending.abort();
    for (const stopRepeating of stops) await stopRepeating();
    await closeApp(app, graceMs);
    await store.close();
    accounts.close();
    trackers.close();
    notifications.close();
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
