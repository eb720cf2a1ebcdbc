import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import type { Trace } from "@trace-console/contracts/trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { onTestFinished } from "vitest";
import { buildApp } from "./app.ts";

/** The present moment of the tests. */
export const noon = Date.UTC(2026, 2, 11, 12);
export const hour = 3_600_000;
export const project = "11111111111111111111111111110004";
export const otherProject = "11111111111111111111111111110003";
export const domain = "99999999999999999999999999999999";
/** A project that exists, but that `ann` may not read. */
export const foreignProject = "22222222222222222222222222220004";

/** The whole app on a store and accounts of its own; `get` asks as the signed-in user `ann`. */
export async function openTestApp() {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-"));
  const time = { now: noon };
  const clock = () => time.now;
  const store = openEmbeddedStore({ folder: join(folder, "traces"), retentionDays: 7, clock });
  const accounts = openAccounts({ file: join(folder, "accounts.db"), clock });
  for (const [project_id, region, domain_id] of [
    [project, "cn-north-4", domain],
    [otherProject, "ap-southeast-3", domain],
    [foreignProject, "cn-north-4", "88888888888888888888888888888888"],
  ] as const) {
    accounts.registerProject({ project_id, name: region, region, domain_id });
  }
  await accounts.setUser("ann", "pw", { projects: [project, otherProject] });
  const consoleFolder = join(folder, "web");
  mkdirSync(join(consoleFolder, "assets"), { recursive: true });
  writeFileSync(join(consoleFolder, "index.html"), "<!doctype html><title>Console</title>");
  writeFileSync(join(consoleFolder, "assets", "app-1a2b.js"), "export {};");
  writeFileSync(join(consoleFolder, ".secret"), "secret");
  writeFileSync(join(folder, "outside.txt"), "secret");
  const app = await buildApp({
    store,
    accounts,
    clock,
    retentionDays: 7,
    consoleFolder,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
    accounts.close();
    rmSync(folder, { recursive: true });
  });
  let made = 0;
  const session = (await accounts.signIn("ann", "pw")) ?? "";
  return {
    app,
    store,
    accounts,
    time,
    /** Holds the store's files in `traces`, and `accounts.db`. */
    folder,
    get: (url: string) => app.inject({ url, cookies: { cts_sid: session } }),
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
