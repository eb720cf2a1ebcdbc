import { mostWithEighths, severalEighths } from "./text-gaps.ts";
import { allRows, wordSpace } from "./text-grams.ts";

const eighthsOfGroup = 8;
const words = wordSpace.to >>> 5;
// A cache line more, so that the same place of different eighths is not in the same cache set.
const stride = words + 16;
/** Where all grams but the words begin, counted as if the words stood before them. */
const firstOfOthers = (eighthsOfGroup - 1) * stride;

/**
 * The grams of one group of traces after the other, those of words told apart by its eighths. Of
 * rows that few groups hold it remembers the eighth: what is rare is then searched in a few traces.
 */
export class TextEighths {
  /** A row of more groups tells no eighths. */
  readonly #most: number;
  /** The eighths of each row's groups, in their order: as many places for each row. */
  readonly #eighths: Uint8Array;
  /** How many groups of each row have been seen. */
  readonly #counts = new Uint8Array(wordSpace.to);
  /** A bit for each row that may yet be rare. */
  readonly #rare = new Int32Array(words).fill(-1);
  /** The bits of the present group: words of its eighths one after the other, then the others. */
  readonly grams = new Int32Array(firstOfOthers + (allRows >>> 5));
  /** Where the bits of all rows begin in them, but for the words. */
  readonly first = firstOfOthers;

  constructor(groups: number) {
    this.#most = mostWithEighths(groups);
    this.#eighths = new Uint8Array(wordSpace.to * this.#most);
  }

  /** Where in `grams` the words of an eighth begin. */
  firstOfWords(eighth: number): number {
    return eighth * stride;
  }

  /** Moves the grams of a group to `target`, from `first` on. Groups come in their order. */
  moveTo(target: Int32Array, first: number): void {
    const { grams } = this;
    const rare = this.#rare;
    for (let index = 0; index < words; index += 1) {
      let found = 0;
      for (let at = index; at < eighthsOfGroup * stride; at += stride) found |= grams[at] ?? 0;
      target[first + index] = found;
      for (let left = found & (rare[index] ?? 0); left !== 0; left &= left - 1) {
        this.#note(index * 32 + 31 - Math.clz32(left & -left));
      }
    }
    target.set(grams.subarray(firstOfOthers + words), first + words);
    grams.fill(0);
  }

  #note(row: number): void {
    const count = this.#counts[row] ?? 0;
    if (count === this.#most) {
      this.#rare[row >>> 5] = (this.#rare[row >>> 5] ?? 0) & ~(1 << row);
      return;
    }
    let eighths = 0;
    for (let eighth = 0; eighth < eighthsOfGroup; eighth += 1) {
      const word = this.grams[eighth * stride + (row >>> 5)] ?? 0;
      eighths |= ((word >>> (row & 31)) & 1) << eighth;
    }
    const isOne = (eighths & (eighths - 1)) === 0;
    this.#eighths[row * this.#most + count] = isOne ? 31 - Math.clz32(eighths) : severalEighths;
    this.#counts[row] = count + 1;
  }

  /** The eighth of each group that holds a row, in their order; worth nothing when too many do. */
  of(row: number): Uint8Array {
    return this.#eighths.subarray(row * this.#most, (row + 1) * this.#most);
  }
}
