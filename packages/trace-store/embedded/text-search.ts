import { groupRows as rowsOfGroup } from "./text-filter.ts";
import { analyseNeedle, type TextNeedle } from "./text-needle.ts";
import type { Segment } from "./segment.ts";
import { escapeNeedle, holdsText } from "./text-match.ts";
import { makeScan, type Scan } from "./text-scan.ts";

/** A text to search for, analysed once for all segments. */
export interface TextQuery {
  readonly needle: string;
  readonly grams: TextNeedle;
  readonly scan: Scan;
}

export function planText(text: string): TextQuery {
  const needle = escapeNeedle(text);
  return { needle, grams: analyseNeedle(needle), scan: makeScan(needle) };
}

/** Finds the rows of one segment that hold a text. Ask for neighbouring rows one after the other. */
export class TextSearch {
  readonly #segment: Segment;
  readonly #query: TextQuery;
  /** Bitmap of the groups of rows that may hold it; undefined: all may. */
  readonly #groups: Uint32Array | undefined;
  #block = -1;
  #holding: readonly boolean[] = [];
  /** Blocks of bodies that were searched. */
  blocks = 0;

  constructor(segment: Segment, query: TextQuery) {
    this.#segment = segment;
    this.#query = query;
    this.#groups = segment.textFilter?.groupsThatMayHold(query.grams);
  }

  /** Whether the filter rules out every row. */
  get isEmpty(): boolean {
    return this.#groups?.every((word) => word === 0) ?? false;
  }

  /** Whether a row may hold the text, without reading it. */
  mayHold(row: number): boolean {
    if (this.#groups === undefined) return true;
    const group = Math.floor(row / rowsOfGroup);
    return (((this.#groups[group >>> 5] ?? 0) >>> (group & 31)) & 1) === 1;
  }

  /** The next row below this one that may hold the text; −1 when none does. */
  nextBelow(row: number): number {
    let next = row - 1;
    while (next >= 0 && !this.mayHold(next))
      next = Math.floor(next / rowsOfGroup) * rowsOfGroup - 1;
    return next;
  }

  holds(row: number): boolean {
    if (!this.mayHold(row)) return false;
    const index = this.#segment.blockOf(row);
    if (index !== this.#block) {
      this.#block = index;
      this.#holding = this.#searchBlock(index);
    }
    return this.#holding[row - this.#segment.firstRowOf(index)] ?? false;
  }

  #searchBlock(index: number): boolean[] {
    this.blocks += 1;
    const block = this.#segment.block(index, false);
    const { scan, needle } = this.#query;
    if (!scan(block.bytes)) return [];
    return Array.from({ length: block.rows }, (_, at) => {
      const wire = block.wire(at);
      return scan(wire) && holdsText(wire.toString().toLowerCase(), needle);
    });
  }
}
