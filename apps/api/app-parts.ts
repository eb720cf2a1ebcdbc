import type { Accounts } from "@trace-console/accounts/accounts";
import type { TraceStore } from "@trace-console/trace-store/trace-store";

/** What the app is made of. */
export interface AppParts {
  readonly store: TraceStore;
  readonly accounts: Accounts;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
  readonly retentionDays: number;
  /** Folder of the built console. */
  readonly consoleFolder: string;
}
