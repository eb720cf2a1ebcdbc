import type { DatabaseSync } from "node:sqlite";
import type { Tag } from "@trace-console/contracts/tracker-api";
import { inTransaction } from "@trace-console/sqlite/open-database";

/** The tags of trackers, by the trackers' ids. */
export class TrackerTags {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** By key. */
  of(tracker_id: string): Tag[] {
    return this.#database
      .prepare("SELECT key, value FROM tag WHERE tracker_id = ? ORDER BY key")
      .all(tracker_id)
      .map(({ key, value }) => ({ key: String(key), value: String(value) }));
  }

  /** Adds tags; one with a known key replaces it. */
  set(tracker_id: string, tags: readonly Tag[]): void {
    inTransaction(this.#database, () => {
      const insert = this.#database.prepare("INSERT OR REPLACE INTO tag VALUES (?, ?, ?)");
      for (const { key, value } of tags) insert.run(tracker_id, key, value);
    });
  }

  remove(tracker_id: string, tags: readonly Tag[]): void {
    inTransaction(this.#database, () => {
      const remove = this.#database.prepare("DELETE FROM tag WHERE tracker_id = ? AND key = ?");
      for (const { key } of tags) remove.run(tracker_id, key);
    });
  }
}
