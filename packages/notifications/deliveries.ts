import type { DatabaseSync } from "node:sqlite";
import type { Notification } from "@trace-console/contracts/notification-api";
import { type Trace, traceKind, type TraceKind } from "@trace-console/contracts/trace";
import { inTransaction } from "@trace-console/sqlite/open-database";
import { matches } from "./matches.ts";
import { traceOfBody, writeMessage } from "./message.ts";
import type { Notifications } from "./notifications.ts";

/** Waits between attempts, ms: from a second to an hour; about eight hours in all. */
const firstWaitMs = 1_000;
const longestWaitMs = 3_600_000;
export const attemptsAtMost = 20;
/** How long what became of a delivery is kept. */
const keptMs = 7 * 24 * 3_600_000;

/** A message that is to be sent. */
export interface DueDelivery {
  readonly delivery_id: number;
  readonly topic_id: string;
  readonly body: string;
}

/** What became of a message. Moments are ms since 1970. */
export interface LoggedDelivery {
  readonly trace_id: string;
  readonly trace_name: string;
  readonly trace_kind: TraceKind;
  readonly created: number;
  readonly attempts: number;
  /** When it is tried again; undefined when it will not be. */
  readonly due: number | undefined;
  /** `pending`, `delivered`, or why the last attempt failed. */
  readonly outcome: string;
}

/** The messages of notifications: those on their way, and what became of the others. */
export class Deliveries {
  readonly #database: DatabaseSync;
  readonly #notifications: Notifications;
  readonly #clock: () => number;

  /** @param clock the present moment in ms since 1970. */
  constructor(database: DatabaseSync, notifications: Notifications, clock: () => number) {
    this.#database = database;
    this.#notifications = notifications;
    this.#clock = clock;
  }

  /** The traces that a notification of the project tells of. */
  toldOf(project_id: string, traces: readonly Trace[]): Trace[] {
    const notifications = this.#notifications.list(project_id);
    return traces.filter((trace) => notifications.some((one) => matches(one, trace)));
  }

  /**
   * Puts a message on its way for each notification of the project that tells of one of these
   * traces, unless it is already.
   *
   * @param settled ids that are struck out of what is announced, in the same transaction.
   */
  enqueue(project_id: string, traces: readonly Trace[], settled: readonly string[] = []): number {
    const notifications = this.#notifications.list(project_id);
    const wanted = notifications.flatMap((notification) =>
      traces
        .filter((trace) => matches(notification, trace))
        .map((trace) => ({ notification, trace })),
    );
    if (wanted.length === 0 && settled.length === 0) return 0;
    const strike = this.#database.prepare(
      "DELETE FROM announced WHERE project_id = ? AND trace_id = ?",
    );
    const insert = this.#database.prepare(
      "INSERT OR IGNORE INTO delivery VALUES (NULL, ?, ?, ?, ?, ?, 0, ?, 'pending')",
    );
    const now = this.#clock();
    return inTransaction(this.#database, () => {
      let added = 0;
      for (const trace_id of settled) strike.run(project_id, trace_id);
      for (const { notification, trace } of wanted) {
        const { notification_id, topic_id } = notification;
        const body = writeMessage(notification, trace, now);
        added += Number(
          insert.run(notification_id, trace.trace_id, topic_id, body, now, now).changes,
        );
      }
      return added;
    });
  }

  /** Messages whose time has come, the oldest first. */
  due(atMost: number): DueDelivery[] {
    return this.#database
      .prepare(
        `SELECT delivery_id, topic_id, body FROM delivery
         WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?`,
      )
      .all(this.#clock(), atMost)
      .map(({ delivery_id, topic_id, body }) => ({
        delivery_id: Number(delivery_id),
        topic_id: String(topic_id),
        body: String(body),
      }));
  }

  succeeded({ delivery_id }: DueDelivery): void {
    this.#database
      .prepare(
        `UPDATE delivery SET attempts = attempts + 1, due = NULL, outcome = 'delivered'
         WHERE delivery_id = ?`,
      )
      .run(delivery_id);
    this.#forget();
  }

  /** The message is tried again after a while that doubles, and given up after {@link attemptsAtMost}. */
  failed({ delivery_id }: DueDelivery, reason: string): void {
    const row = this.#database
      .prepare("SELECT attempts FROM delivery WHERE delivery_id = ?")
      .get(delivery_id);
    const attempts = Number(row?.["attempts"] ?? 0) + 1;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
    const due = attempts < attemptsAtMost ? this.#clock() + wait : null;
    this.#database
      .prepare("UPDATE delivery SET attempts = ?, due = ?, outcome = ? WHERE delivery_id = ?")
      .run(attempts, due, reason.slice(0, 500), delivery_id);
    if (due === null) this.#forget();
  }

  /** The messages of a notification, the newest first. */
  log({ notification_id }: Notification, atMost: number): LoggedDelivery[] {
    return this.#database
      .prepare(
        `SELECT trace_id, ${traceOfBody} ->> '$.trace_name' AS trace_name,
           ${traceOfBody} ->> '$.trace_type' AS trace_type, created, attempts, due, outcome
         FROM delivery WHERE notification_id = ? ORDER BY delivery_id DESC LIMIT ?`,
      )
      .all(notification_id, atMost)
      .map(({ trace_id, trace_name, trace_type, created, attempts, due, outcome }) => ({
        trace_id: String(trace_id),
        trace_name: String(trace_name),
        trace_kind: traceKind({ trace_type: String(trace_type) }),
        created: Number(created),
        attempts: Number(attempts),
        due: due === null ? undefined : Number(due),
        outcome: String(outcome),
      }));
  }

  #forget(): void {
    this.#database
      .prepare("DELETE FROM delivery WHERE due IS NULL AND created < ?")
      .run(this.#clock() - keptMs);
  }
}
