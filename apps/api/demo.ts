import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { ConfigError } from "@trace-console/contracts/data-config";
import { demoAccessKey, demoProjects, demoUser } from "@trace-console/contracts/demo";
import { allProjects } from "@trace-console/contracts/permissions";
import { makeLiveTraces } from "@trace-console/trace-samples/live-traces";
import { makeTraces, type SampleTrace } from "@trace-console/trace-samples/make-traces";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { openNotifications } from "@trace-console/notifications/open-notifications";
import { openTrackers } from "@trace-console/trackers/open-trackers";
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
  const trackers = openTrackers({ file: join(folder, "trackers.db"), clock });
  const notifications = openNotifications({ file: join(folder, "notifications.db"), clock });
  for (const project of demoProjects) accounts.projects.register(project);
  await accounts.users.add(demoUser.name, demoUser.password, [
    { role: "CTS Administrator", project_id: allProjects },
    { role: "Trace Console Administrator", project_id: allProjects },
  ]);
  const { access_key_id, secret_access_key } = demoAccessKey;
  accounts.accessKeys.register(demoUser.name, access_key_id, secret_access_key);

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
  const feed = async (): Promise<unknown> => {
    const sample = live.next(clock());
    const { project } = sample;
    // As CTS: what happens while it is disabled is recorded nowhere.
    if (!trackers.trackers.isEnabled(project)) return;
    await notifications.announced.store(project.project_id, [sample.trace], () =>
      store.append(project.project_id, [recordOf(sample)]),
    );
  };
  const notice = `Sign in as "${demoUser.name}" with the password "${demoUser.password}".`;
  return { store, accounts, trackers, notifications, feed, notice };
}

function recordOf({ trace }: SampleTrace): TraceRecord {
  return { trace, wire: JSON.stringify(trace), original: undefined };
}
