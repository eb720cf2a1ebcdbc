import type { Catalog } from "./catalog.ts";
import { DayFile } from "./day-file.ts";

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
