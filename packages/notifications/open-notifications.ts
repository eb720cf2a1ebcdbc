import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { AnnouncedTraces } from "./announced-traces.ts";
import { Deliveries } from "./deliveries.ts";
import { Notifications } from "./notifications.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS notification (
    notification_id TEXT PRIMARY KEY, project_id TEXT NOT NULL,
    notification_name TEXT NOT NULL, settings TEXT NOT NULL,
    UNIQUE (project_id, notification_name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS delivery (
    delivery_id INTEGER PRIMARY KEY, notification_id TEXT NOT NULL, trace_id TEXT NOT NULL,
    topic_id TEXT NOT NULL, body TEXT NOT NULL, created INTEGER NOT NULL,
    attempts INTEGER NOT NULL, due INTEGER, outcome TEXT NOT NULL,
    UNIQUE (notification_id, trace_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS announced (
    project_id TEXT NOT NULL, trace_id TEXT NOT NULL, since INTEGER NOT NULL,
    PRIMARY KEY (project_id, trace_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS delivery_due ON delivery (due) WHERE due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS delivery_ended ON delivery (created) WHERE due IS NULL;
  CREATE INDEX IF NOT EXISTS delivery_log ON delivery (notification_id);
`;

export interface NotificationsOptions {
  /** Path of `notifications.db`; created if absent. Several processes may open it. */
  readonly file: string;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
}

/** The notifications of all projects, and what of them is on its way. */
export interface NotificationState {
  readonly notifications: Notifications;
  readonly deliveries: Deliveries;
  readonly announced: AnnouncedTraces;
  close(): void;
}

/** Opens `notifications.db`. @throws DatabaseFileError for a file that cannot be used. */
export function openNotifications({ file, clock }: NotificationsOptions): NotificationState {
  mkdirSync(dirname(file), { recursive: true });
  const database = openDatabase(file, schema);
  const notifications = new Notifications(database, clock);
  const deliveries = new Deliveries(database, notifications, clock);
  return {
    notifications,
    deliveries,
    announced: new AnnouncedTraces(database, deliveries, clock),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
