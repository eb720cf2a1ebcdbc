import type { Accounts } from "@trace-console/accounts/accounts";
import type { AuditLog } from "@trace-console/audit/audit-log";
import type { NotificationState } from "@trace-console/notifications/open-notifications";
import type { TrackerState } from "@trace-console/trackers/open-trackers";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { FastifyBaseLogger } from "fastify";
import type { OidcSettings } from "./oidc/oidc-settings.ts";

/** What the app is made of. */
export interface AppParts {
  readonly store: TraceStore;
  readonly accounts: Accounts;
  readonly trackers: TrackerState;
  readonly notifications: NotificationState;
  readonly auditLog: AuditLog;
  /** What goes wrong and is no client's fault. */
  readonly log: FastifyBaseLogger;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
  readonly retentionDays: number;
  /** Addresses, or ranges of them, of the proxies whose word about the client is believed. */
  readonly trustedProxies: readonly string[];
  /** The identity provider at which people may sign in, if there is one. */
  readonly oidc: OidcSettings | undefined;
  /** Folder of the built console. */
  readonly consoleFolder: string;
}
