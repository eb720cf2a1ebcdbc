import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { AuditLog } from "@trace-console/audit/audit-log";
import type { Grant } from "@trace-console/contracts/permissions";
import type { Trace } from "@trace-console/contracts/trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { openNotifications } from "@trace-console/notifications/open-notifications";
import { openTrackers } from "@trace-console/trackers/open-trackers";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { buildApp } from "./app.ts";
import type { OidcSettings } from "./oidc/oidc-settings.ts";

/** The present moment of the tests. */
export const noon = Date.UTC(2026, 2, 11, 12);
export const hour = 3_600_000;
export const project = "11111111111111111111111111110004";
export const otherProject = "11111111111111111111111111110003";
export const domain = "99999999999999999999999999999999";
/** A project that exists, but that `ann` may not read. */
export const foreignProject = "22222222222222222222222222220004";

type Asking = Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> };

/** Leave to read some projects. */
export function grantsFor(...project_ids: readonly string[]): Grant[] {
  return project_ids.map((project_id) => ({ role: "CTS ReadOnlyAccess", project_id }));
}

/**
 * The whole app on a store and accounts of its own; `get` asks as the user `ann`, the console's
 * routes with her session and the wire API with a token.
 *
 * @param options the identity provider, where there is one; whether the store has threads, which take
 *   longer to start than most tests take.
 */
export async function openTestApp({
  oidc,
  hasThreads = false,
}: { readonly oidc?: OidcSettings; readonly hasThreads?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-"));
  const time = { now: noon };
  const clock = () => time.now;
  const store = openEmbeddedStore({
    folder: join(folder, "traces"),
    retentionDays: 7,
    clock,
    hasThreads,
  });
  const accounts = openAccounts({ file: join(folder, "accounts.db"), clock });
  const trackers = openTrackers({ file: join(folder, "trackers.db"), clock });
  const notifications = openNotifications({ file: join(folder, "notifications.db"), clock });
  for (const [project_id, region, domain_id] of [
    [project, "cn-north-4", domain],
    [otherProject, "ap-southeast-3", domain],
    [foreignProject, "cn-north-4", "88888888888888888888888888888888"],
  ] as const) {
    accounts.projects.register({ project_id, name: region, region, domain_id });
  }
  await accounts.users.add("ann", "pw", grantsFor(project, otherProject));
  const consoleFolder = join(folder, "web");
  mkdirSync(join(consoleFolder, "assets"), { recursive: true });
  writeFileSync(join(consoleFolder, "index.html"), "<!doctype html><title>Console</title>");
  writeFileSync(join(consoleFolder, "assets", "app-1a2b.js"), "export {};");
  writeFileSync(join(consoleFolder, ".secret"), "secret");
  writeFileSync(join(folder, "outside.txt"), "secret");
  // A store that a test has closed cannot record that.
  const auditLog = new AuditLog(store, accounts.projects, notifications.announced, () => {});
  const app = await buildApp({
    store,
    accounts,
    trackers,
    notifications,
    auditLog,
    log: pino({ level: "warn" }),
    clock,
    retentionDays: 7,
    trustedProxies: ["192.0.2.7"],
    oidc,
    consoleFolder,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
    accounts.close();
    trackers.close();
    notifications.close();
    rmSync(folder, { recursive: true });
  });
  let made = 0;
  const openSession = (user: string) =>
    accounts.sessions.open(user, { address: "127.0.0.1", user_agent: "" });
  const session = openSession("ann");
  const sendAs =
    (cts_sid: string) =>
    (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, payload?: object) =>
      app.inject({ method, url, cookies: { cts_sid }, ...(payload && { payload }) });
  const { token } = accounts.tokens.issue("ann", { domain_id: domain });
  return {
    app,
    store,
    accounts,
    notifications,
    time,
    /** The token of Ann's session. */
    session,
    /** Holds the store's files in `traces`, and `accounts.db`. */
    folder,
    get: (url: string) =>
      app.inject({ url, cookies: { cts_sid: session }, headers: { "x-auth-token": token } }),
    /** Asks the console's API with Ann's session; `sendAs` with another. */
    send: sendAs(session),
    sendAs,
    /** A new session of a user; with grants, the user is new as well. */
    sessionOf: async (user: string, ...grants: readonly Grant[]): Promise<string> => {
      if (grants.length > 0) await accounts.users.add(user, "pw", grants);
      return openSession(user);
    },
    /** Listens on loopback. @returns the address, and what asks there with Ann's session. */
    listen: async () => {
      const origin = await app.listen({ host: "127.0.0.1", port: 0 });
      const cookie = `cts_sid=${session}`;
      return {
        origin,
        cookie,
        ask: (path: string, { headers, ...init }: Asking = {}) =>
          fetch(origin + path, { ...init, headers: { cookie, ...headers } }),
      };
    },
    /** Stores one trace for each set of overrides, an hour old unless said. */
    add: async (project_id: string, ...overrides: Partial<Trace>[]): Promise<Trace[]> => {
      const traces = overrides.map((fields) => {
        made += 1;
        return buildTrace({ trace_id: `made ${made}`, time: noon - hour / 2, ...fields });
      });
      const verdicts = await store.append(
        project_id,
        traces.map((trace) => ({ trace, wire: JSON.stringify(trace), original: undefined })),
      );
      if (verdicts.some(({ verdict }) => verdict !== "accepted")) throw new Error("not stored");
      return traces;
    },
  };
}
