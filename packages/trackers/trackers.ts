import type { DatabaseSync } from "node:sqlite";
import { ApiError, type ErrorCode } from "@trace-console/contracts/errors";
import {
  findTrackerProblem,
  systemTracker,
  type Tracker,
  type TrackerRequest,
  trackerSchema,
  type TrackerType,
} from "@trace-console/contracts/tracker-api";
import { inTransaction } from "@trace-console/sqlite/open-database";
import { describeTracker, type TrackedProject } from "./describe-tracker.ts";

/** How many data trackers a project may have (CTS, "Constraints"). */
export const dataTrackersAtMost = 100;

/**
 * The trackers of each project. The management tracker `system` is there and enabled from the
 * start; disabled or deleted, the project records nothing more, and keeps what it has.
 */
export class Trackers {
  readonly #database: DatabaseSync;
  readonly #clock: () => number;

  /** @param clock the present moment in ms since 1970. */
  constructor(database: DatabaseSync, clock: () => number) {
    this.#database = database;
    this.#clock = clock;
  }

  /** A project's trackers, the management tracker first. */
  list(project: TrackedProject): Tracker[] {
    const rows = this.#database
      .prepare("SELECT tracker_name, settings FROM tracker WHERE project_id = ? ORDER BY 1")
      .all(project.project_id);
    const isSystemKnown = rows.some((row) => row["tracker_name"] === systemTracker);
    const known = rows.flatMap(({ settings }) =>
      // A deleted management tracker is remembered as one without settings.
      typeof settings === "string" ? trackerSchema.parse(JSON.parse(settings)) : [],
    );
    const first = isSystemKnown
      ? []
      : [describeTracker(project, { tracker_type: "system", tracker_name: systemTracker }, 0)];
    return [...first, ...known].toSorted(
      (a, b) => Number(b.tracker_name === systemTracker) - Number(a.tracker_name === systemTracker),
    );
  }

  /** Whether the project records management traces. */
  isEnabled(project: TrackedProject): boolean {
    return this.#find(project, systemTracker)?.status === "enabled";
  }

  /** @throws ApiError for what CTS refuses. */
  create(project: TrackedProject, asked: TrackerRequest): Tracker {
    return this.#change(() => {
      const { tracker_type } = asked;
      const tracker_name = asked.tracker_name || systemTracker;
      this.#refuse(findTrackerProblem(asked));
      const all = this.list(project);
      if (all.some((one) => one.tracker_name === tracker_name)) {
        throw new ApiError(tracker_type === "system" ? "CTS.0201" : "CTS.0208");
      }
      const ofData = all.filter((one) => one.tracker_type === "data");
      if (tracker_type === "data" && ofData.length >= dataTrackersAtMost) {
        throw new ApiError("CTS.0200");
      }
      this.#refuse(findSharedBucket(asked, ofData));
      return this.#write(describeTracker(project, asked, this.#clock()));
    });
  }

  /** Replaces the settings of a tracker. @throws ApiError for what CTS refuses. */
  update(project: TrackedProject, asked: TrackerRequest): Tracker {
    return this.#change(() => {
      const tracker_name = asked.tracker_name || systemTracker;
      this.#refuse(findTrackerProblem(asked));
      const known = this.#find(project, tracker_name);
      if (known === undefined || known.tracker_type !== asked.tracker_type) {
        throw new ApiError("CTS.0214");
      }
      const bucket = asked.data_bucket?.data_bucket_name;
      if (known.data_bucket !== undefined && known.data_bucket.data_bucket_name !== bucket) {
        throw new ApiError("CTS.0212");
      }
      const others = this.list(project).filter((one) => one.id !== known.id);
      this.#refuse(findSharedBucket(asked, others));
      const status = asked.status ?? known.status;
      return this.#write(describeTracker(project, { ...asked, status }, known.create_time));
    });
  }

  /** Enables or disables a tracker, and leaves its settings. @returns whether there is such a one. */
  setStatus(project: TrackedProject, tracker_name: string, status: Tracker["status"]): boolean {
    return this.#change(() => {
      const known = this.#find(project, tracker_name);
      if (known !== undefined) this.#write({ ...known, status });
      return known !== undefined;
    });
  }

  /**
   * Deletes one tracker, or all data trackers, or all of a type.
   * @throws ApiError `CTS.0214` when there is none.
   */
  remove(
    project: TrackedProject,
    tracker_name: string | undefined,
    type: TrackerType | undefined,
  ): void {
    this.#change(() => {
      const found = this.list(project).filter((one) =>
        tracker_name === undefined
          ? one.tracker_type === (type ?? "data")
          : one.tracker_name === tracker_name && (type ?? one.tracker_type) === one.tracker_type,
      );
      if (found.length === 0) throw new ApiError("CTS.0214");
      for (const one of found) {
        this.#database
          .prepare("DELETE FROM tracker WHERE project_id = ? AND tracker_name = ?")
          .run(project.project_id, one.tracker_name);
        if (one.tracker_type === "data") continue;
        this.#database
          .prepare("INSERT INTO tracker VALUES (?, ?, NULL)")
          .run(project.project_id, one.tracker_name);
      }
    });
  }

  #find(project: TrackedProject, tracker_name: string): Tracker | undefined {
    return this.list(project).find((one) => one.tracker_name === tracker_name);
  }

  #change<Result>(work: () => Result): Result {
    return inTransaction(this.#database, work);
  }

  #refuse(problem: ErrorCode | undefined): void {
    if (problem !== undefined) throw new ApiError(problem);
  }

  #write(tracker: Tracker): Tracker {
    this.#database
      .prepare("INSERT OR REPLACE INTO tracker VALUES (?, ?, ?)")
      .run(tracker.project_id, tracker.tracker_name, JSON.stringify(tracker));
    return tracker;
  }
}

/** One kind of operation on a bucket is tracked by one tracker only. */
function findSharedBucket(asked: TrackerRequest, others: readonly Tracker[]) {
  const { data_bucket_name, data_event = [] } = asked.data_bucket ?? {};
  const isShared = others.some(
    ({ data_bucket }) =>
      data_bucket?.data_bucket_name === data_bucket_name &&
      data_bucket?.data_event.some((event) => data_event.includes(event)) === true,
  );
  return isShared ? ("CTS.0209" as const) : undefined;
}
