import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import {
  type NewNotification,
  type Notification,
  type NotificationChange,
  notificationSchema,
  notificationsAtMost,
  type NotificationType,
} from "@trace-console/contracts/notification-api";
import { inTransaction } from "@trace-console/sqlite/open-database";

/** Which key events somebody wants to be told of. */
export class Notifications {
  readonly #database: DatabaseSync;
  readonly #clock: () => number;

  /** @param clock the present moment in ms since 1970. */
  constructor(database: DatabaseSync, clock: () => number) {
    this.#database = database;
    this.#clock = clock;
  }

  /** A project's notifications, by name. */
  list(project_id: string): Notification[] {
    return this.#database
      .prepare("SELECT settings FROM notification WHERE project_id = ? ORDER BY notification_name")
      .all(project_id)
      .map(({ settings }) => notificationSchema.parse(JSON.parse(String(settings))));
  }

  find(project_id: string, notification_id: string): Notification | undefined {
    return this.list(project_id).find((one) => one.notification_id === notification_id);
  }

  /** @throws ApiError for a name that is taken, or beyond the quota. */
  create(project_id: string, asked: NewNotification): Notification {
    return inTransaction(this.#database, () => {
      const known = this.list(project_id);
      if (known.length >= notificationsAtMost) {
        throw new ApiError("TC.0409", {
          detail: `There are ${notificationsAtMost} notifications already: delete one first.`,
        });
      }
      this.#refuseTaken(known, asked.notification_name, undefined);
      return this.#write({
        ...asked,
        notification_id: randomUUID(),
        notification_type: typeOf(asked.topic_id),
        status: "enabled",
        project_id,
        create_time: this.#clock(),
      });
    });
  }

  /** @throws ApiError for an unknown notification or a name that is taken. */
  update(project_id: string, asked: NotificationChange): Notification {
    return inTransaction(this.#database, () => {
      const known = this.find(project_id, asked.notification_id);
      if (known === undefined) throw notFound();
      this.#refuseTaken(this.list(project_id), asked.notification_name, asked.notification_id);
      return this.#write({
        ...asked,
        notification_type: typeOf(asked.topic_id),
        project_id,
        create_time: known.create_time,
      });
    });
  }

  /**
   * Deletes some, with the messages that are on their way.
   * @throws ApiError when one of them is unknown; then all stay.
   */
  remove(project_id: string, notification_ids: readonly string[]): void {
    inTransaction(this.#database, () => {
      const remove = this.#database.prepare(
        "DELETE FROM notification WHERE project_id = ? AND notification_id = ?",
      );
      const forget = this.#database.prepare("DELETE FROM delivery WHERE notification_id = ?");
      for (const id of notification_ids) {
        if (remove.run(project_id, id).changes === 0) throw notFound();
        forget.run(id);
      }
    });
  }

  #refuseTaken(known: readonly Notification[], name: string, own: string | undefined): void {
    const isTaken = known.some(
      (one) => one.notification_name === name && one.notification_id !== own,
    );
    if (isTaken) throw new ApiError("CTS.0400");
  }

  #write(notification: Notification): Notification {
    const { notification_id, project_id, notification_name } = notification;
    this.#database
      .prepare("INSERT OR REPLACE INTO notification VALUES (?, ?, ?, ?)")
      .run(notification_id, project_id, notification_name, JSON.stringify(notification));
    return notification;
  }
}

function typeOf(topic_id: string): NotificationType {
  return /^urn:(fss|fun):/.test(topic_id) ? "fun" : "smn";
}
