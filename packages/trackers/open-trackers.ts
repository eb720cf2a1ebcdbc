import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { Configurations } from "./configurations.ts";
import { TrackerTags } from "./tracker-tags.ts";
import { Trackers } from "./trackers.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS tracker (
    project_id TEXT NOT NULL, tracker_name TEXT NOT NULL, settings TEXT,
    PRIMARY KEY (project_id, tracker_name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tag (
    tracker_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (tracker_id, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS configuration (
    project_id TEXT PRIMARY KEY, settings TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export interface TrackersOptions {
  /** Path of `trackers.db`; created if absent. Several processes may open it. */
  readonly file: string;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
}

/** What CTS keeps beside the traces. */
export interface TrackerState {
  readonly trackers: Trackers;
  readonly tags: TrackerTags;
  readonly configurations: Configurations;
  close(): void;
}

/** Opens `trackers.db`. @throws DatabaseFileError for a file that cannot be used. */
export function openTrackers({ file, clock }: TrackersOptions): TrackerState {
  mkdirSync(dirname(file), { recursive: true });
  const database = openDatabase(file, schema);
  return {
    trackers: new Trackers(database, clock),
    tags: new TrackerTags(database),
    configurations: new Configurations(database),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
