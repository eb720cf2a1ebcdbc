import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { ConfigError } from "@trace-console/contracts/data-config";
import { demoProjects, demoUser } from "@trace-console/contracts/demo";
import { makeLiveTraces } from "@trace-console/trace-samples/live-traces";
import { makeTraces, type SampleTrace } from "@trace-console/trace-samples/make-traces";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import type { TraceRecord } from "@trace-console/trace-store/trace-store";
import type { ServerConfig } from "./config.ts";
import type { Installation } from "./installation.ts";

const sampleCount = 20_000;
const seed = 1;

/**
 * Makes the demo anew in a folder of its own, which no real data shares: sample traces of the last
 * seven days, and a feed of new ones.
 *
 * @throws ConfigError when `HOST` is not loopback: everybody knows the demo's password.
 */
export async function openDemo(config: ServerConfig, clock: () => number): Promise<Installation> {
  if (!/^(127(\.\d{1,3}){3}|::1|localhost)$/.test(config.host)) {
    throw new ConfigError(
      `The demo's password is public, so it listens on loopback only: HOST must be 127.0.0.1, not ${JSON.stringify(config.host)}. For real use, run npm start.`,
    );
  }
  const folder = join(config.dataDir, `demo-on-port-${config.port}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { retentionDays } = config;
  const store = openEmbeddedStore({ folder: join(folder, "traces"), retentionDays, clock });
  const accounts = openAccounts({ file: join(folder, "accounts.db"), clock });
  for (const project of demoProjects) accounts.registerProject(project);
  await accounts.setUser(demoUser.name, demoUser.password, {
    projects: demoProjects.map((project) => project.project_id),
  });

  const days = Math.min(7, retentionDays);
  const samples = makeTraces({
    seed,
    count: sampleCount,
    end: clock(),
    days,
    projects: demoProjects,
  });
  const perProject = Map.groupBy(samples, (sample) => sample.project.project_id);
  for (const [project_id, ofProject] of perProject) {
    await store.append(project_id, ofProject.map(recordOf));
  }

  const live = makeLiveTraces({ seed: clock(), projects: demoProjects });
  const feed = (): Promise<unknown> => {
    const sample = live.next(clock());
    return store.append(sample.project.project_id, [recordOf(sample)]);
  };
  const notice = `Sign in as "${demoUser.name}" with the password "${demoUser.password}".`;
  return { store, accounts, feed, notice };
}

function recordOf({ trace }: SampleTrace): TraceRecord {
  return { trace, wire: JSON.stringify(trace), original: undefined };
}
