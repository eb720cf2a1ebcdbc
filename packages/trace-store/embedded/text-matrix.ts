import type { RowSpace } from "./text-grams.ts";
import type { RowSource } from "./text-rows.ts";

/** How many rows are turned at once: a cache line of each group. */
export const tileRows = 512;

/**
 * Bits of rows x groups, gathered group by group: all bits of a group lie together, so that setting
 * them stays in the processor's cache, and are turned into rows at the end.
 */
export class TextMatrix {
  readonly groups: number;
  readonly #wordsOfGroup: number;
  readonly words: Int32Array;

  /** @param rows a multiple of {@link tileRows} */
  constructor(rows: number, groups: number) {
    this.groups = groups;
    // A cache line more, so that the same place of different groups is not in the same cache set.
    this.#wordsOfGroup = (rows >>> 5) + 16;
    this.words = new Int32Array(this.#wordsOfGroup * groups);
  }

  /** The first word of a group's bits in `words`. */
  startOf(group: number): number {
    return group * this.#wordsOfGroup;
  }

  /** The share of a space's bits that are set. */
  shareSet(space: RowSpace): number {
    const [from, to] = [space.from >>> 5, space.to >>> 5];
    const { words } = this;
    let ones = 0;
    for (let group = 0; group < this.groups; group += 1) {
      const first = group * this.#wordsOfGroup;
      for (let index = first + from; index < first + to; index += 1) {
        ones += countOnes(words[index] ?? 0);
      }
    }
    return ones / Math.max(1, this.groups * (space.to - space.from));
  }

  /** The rows of a space, folded to `kept` rows, a multiple of {@link tileRows}. */
  rowsOf(space: RowSpace, kept: number): RowSource {
    const fill = (firstRow: number, tile: Int32Array) => this.turn(space, firstRow, kept, tile);
    return { groups: this.groups, rows: kept, fill };
  }

  /**
   * Turns `tileRows` rows from the `firstRow`th of a space that is folded to `kept` rows: row `r`
   * then holds the groups of all rows that are `r` modulo `kept`.
   *
   * @param tile receives the rows, each of `Math.ceil(groups / 32)` words
   */
  turn(space: RowSpace, firstRow: number, kept: number, tile: Int32Array): void {
    const wordsOfRow = Math.ceil(this.groups / 32);
    const wordsOfGroup = this.#wordsOfGroup;
    const { words } = this;
    const square = new Int32Array(32);
    tile.fill(0);
    for (let row = space.from + firstRow; row < space.to; row += kept) {
      for (let place = 0; place < wordsOfRow; place += 1) {
        const first = place * 32 * wordsOfGroup + (row >>> 5);
        const groups = Math.min(32, this.groups - place * 32);
        for (let index = 0; index < tileRows >>> 5; index += 1) {
          let some = 0;
          square.fill(0, groups);
          for (let group = 0; group < groups; group += 1) {
            const word = words[first + group * wordsOfGroup + index] ?? 0;
            square[group] = word;
            some |= word;
          }
          if (some === 0) continue;
          transpose(square);
          let target = index * 32 * wordsOfRow + place;
          for (let bit = 0; bit < 32; bit += 1) {
            tile[target] = (tile[target] ?? 0) | (square[bit] ?? 0);
            target += wordsOfRow;
          }
        }
      }
    }
  }
}

/** Mirrors 32 words of 32 bits at the diagonal: bit `j` of word `i` becomes bit `i` of word `j`. */
function transpose(square: Int32Array): void {
  let mask = 0xffff;
  for (let width = 16; width !== 0; width >>>= 1) {
    for (let index = 0; index < 32; index = (index + width + 1) & ~width) {
      const low = square[index] ?? 0;
      const high = square[index + width] ?? 0;
      const swap = ((low >>> width) ^ high) & mask;
      square[index + width] = high ^ swap;
      square[index] = low ^ (swap << width);
    }
    mask ^= mask << (width >>> 1);
  }
}

/** How many bits of a 32-bit word are set. */
export function countOnes(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
