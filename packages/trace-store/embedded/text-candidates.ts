import { countOnes } from "./text-matrix.ts";

/** Consecutive traces of which the filter knows together what they hold. */
export const groupRows = 64;
/** Of rare grams it knows in which eighth of a group they stand. */
export const eighthRows = 8;

/** The rows of a segment that may hold a needle. */
export class TextCandidates {
  /** A bit for each group. */
  readonly groups: Uint32Array;
  /** A byte for each group: a bit for each of its eighths; worth nothing where the group is cleared. */
  readonly eighths: Uint8Array;

  /** All rows. */
  constructor(groups: number) {
    this.eighths = new Uint8Array(groups).fill(-1);
    this.groups = new Uint32Array(Math.ceil(groups / 32)).fill(-1);
    if (groups % 32 > 0) this.groups[this.groups.length - 1] = 2 ** (groups % 32) - 1;
  }

  get isEmpty(): boolean {
    return this.groups.every((word) => word === 0);
  }

  /** How many eighths are left, or more than `most` when they are more. */
  countUpTo(most: number): number {
    let count = 0;
    for (let place = 0; place < this.groups.length && count <= most; place += 1) {
      for (let left = this.groups[place] ?? 0; left !== 0 && count <= most; left &= left - 1) {
        count += countOnes(this.eighths[place * 32 + 31 - Math.clz32(left & -left)] ?? 0);
      }
    }
    return count;
  }

  mayHold(row: number): boolean {
    return ((this.#eighthsOf(Math.floor(row / groupRows)) >>> ((row / eighthRows) & 7)) & 1) === 1;
  }

  /** The next row below this one that may hold it; −1 when none does. */
  nextBelow(row: number): number {
    let next = row - 1;
    while (next >= 0 && !this.mayHold(next)) {
      const empty = this.#emptyAround(next);
      next = Math.floor(next / empty) * empty - 1;
    }
    return next;
  }

  /** How many rows, from a multiple of this number on, are ruled out together with one. */
  #emptyAround(row: number): number {
    const group = Math.floor(row / groupRows);
    if ((this.groups[group >>> 5] ?? 0) === 0) return 32 * groupRows;
    return this.#eighthsOf(group) === 0 ? groupRows : eighthRows;
  }

  #eighthsOf(group: number): number {
    const isLeft = ((this.groups[group >>> 5] ?? 0) >>> (group & 31)) & 1;
    return isLeft === 1 ? (this.eighths[group] ?? 0) : 0;
  }
}
