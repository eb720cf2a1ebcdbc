import { join } from "node:path";
import { userInfo } from "node:os";
import type { Accounts } from "@trace-console/accounts/accounts";
import { AuditLog } from "@trace-console/audit/audit-log";
import type { DataConfig } from "@trace-console/contracts/data-config";
import { openNotifications } from "@trace-console/notifications/open-notifications";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";

/** What was done on the command line. */
export interface RecordedAction {
  readonly trace_name: string;
  readonly resource_type: string;
  readonly resource_id?: string | undefined;
  readonly resource_name?: string | undefined;
  /** Its arguments; passwords are never among them. */
  readonly command: readonly string[];
}

/** Records an action that belongs to no project. */
export async function recordAction(
  { dataDir, retentionDays }: DataConfig,
  { projects }: Accounts,
  { command, ...action }: RecordedAction,
): Promise<void> {
  const clock = Date.now;
  const folder = join(dataDir, "traces");
  const store = openEmbeddedStore({ folder, retentionDays, clock, hasThreads: false });
  const notifications = openNotifications({ file: join(dataDir, "notifications.db"), clock });
  const log = new AuditLog(store, projects, notifications.announced, (problem) => {
    const reason = problem instanceof Error ? problem.message : String(problem);
    process.stderr.write(`It is done, but ${reason}.\n`);
  });
  try {
    const event = {
      ...action,
      time: clock(),
      origin: "SystemAction",
      status: 200,
      user: systemUser(),
      request: { command },
      message: "on the command line of the server",
    } as const;
    await log.record(event, []);
  } finally {
    notifications.close();
    await store.close();
  }
}

/** The account of the operating system; in a container it may have no name. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
