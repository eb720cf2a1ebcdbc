import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import type { Catalog } from "./catalog.ts";
import { DayFile } from "./day-file.ts";
import { dayOf, formatDay } from "./utc-day.ts";

/**
 * The day files of the store, opened when first needed. Which days there are is the catalog's word
 * at each call, because another process may add or expire one.
 */
export class DayFiles {
  readonly #folder: string;
  readonly #catalog: Catalog;
  readonly #openAtMost: number;
  readonly #open = new Map<number, DayFile>();

  /** @param openAtMost files are held open; opening one more closes the longest unused one. */
  constructor(folder: string, catalog: Catalog, openAtMost: number) {
    this.#folder = folder;
    this.#catalog = catalog;
    this.#openAtMost = openAtMost;
  }

  /** The file of a day, opened and if need be created; usable until another file is asked for. */
  file(day: number): DayFile {
    const file = this.#open.get(day) ?? new DayFile(this.#folder, day);
    this.#open.delete(day);
    this.#open.set(day, file);
    if (this.#open.size > this.#openAtMost) {
      const [longestUnused] = this.#open.keys();
      if (longestUnused !== undefined) this.#close(longestUnused);
    }
    return file;
  }

  /** The files that hold traces between two days (both included), newest first. */
  *between(first: number, last: number): Generator<DayFile> {
    const days = this.#catalog.days();
    for (const day of this.#open.keys()) if (!days.includes(day)) this.#close(day);
    for (const day of days) if (day >= first && day <= last) yield this.file(day);
  }

  /**
   * Makes the catalog name the files that are there: one that it does not know, because the catalog
   * was lost, is taken in again.
   *
   * @param oldest the first day of the window; an earlier one may be half dropped.
   * @throws DatabaseFileError when the file of a day is gone: its traces would be missing in silence.
   */
  reconcile(oldest: number): void {
    const there = new Set(
      readdirSync(this.#folder).flatMap((name) => {
        const date = /^(\d{4}-\d\d-\d\d)\.db$/.exec(name)?.[1];
        return date === undefined ? [] : [dayOf(Date.parse(date))];
      }),
    );
    const known = this.#catalog.days();
    for (const day of there) if (!known.includes(day)) this.#catalog.addDay(day);
    const missing = known.find((day) => day >= oldest && !there.has(day));
    if (missing === undefined) return;
    throw new DatabaseFileError(
      join(this.#folder, `${formatDay(missing)}.db`),
      "is missing, though traces were stored in it: put it back from a backup, or put an empty file there to go on without them.",
    );
  }

  #close(day: number): void {
    this.#open.get(day)?.close();
    this.#open.delete(day);
  }

  /** Deletes a day's file. */
  drop(day: number): void {
    this.file(day).drop();
    this.#open.delete(day);
  }

  close(): void {
    for (const day of this.#open.keys()) this.#close(day);
  }
}
