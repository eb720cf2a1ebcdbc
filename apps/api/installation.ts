import { join } from "node:path";
import { type Accounts, openAccounts } from "@trace-console/accounts/accounts";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import {
  type NotificationState,
  openNotifications,
} from "@trace-console/notifications/open-notifications";
import { openTrackers, type TrackerState } from "@trace-console/trackers/open-trackers";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { ServerConfig } from "./config.ts";
import { createFirstAdmin } from "./first-admin.ts";

/** What a server serves: the traces, who may read them, and perhaps a source of new ones. */
export interface Installation {
  readonly store: TraceStore;
  readonly accounts: Accounts;
  readonly trackers: TrackerState;
  readonly notifications: NotificationState;
  /** Stores the next trace; called about once a second. Undefined when nothing feeds the store. */
  readonly feed: (() => Promise<unknown>) | undefined;
  /** How to sign in, if the person who started the server should be told. */
  readonly notice: string | undefined;
}

/**
 * Opens what lies in `DATA_DIR`; an empty folder becomes an installation with its first user.
 *
 * @param onProblem told of what goes wrong in the store while nobody waits for an answer.
 */
export async function openInstallation(
  config: ServerConfig,
  clock: () => number,
  onProblem: (problem: Error) => void,
): Promise<Installation> {
  const { dataDir, retentionDays } = config;
  const folder = join(dataDir, "traces");
  const store = openEmbeddedStore({ folder, retentionDays, clock, onProblem });
  const accounts = openAccounts({ file: join(dataDir, "accounts.db"), clock });
  const trackers = openTrackers({ file: join(dataDir, "trackers.db"), clock });
  const notifications = openNotifications({ file: join(dataDir, "notifications.db"), clock });
  return {
    store,
    accounts,
    trackers,
    notifications,
    feed: undefined,
    notice: await createFirstAdmin(accounts),
  };
}
