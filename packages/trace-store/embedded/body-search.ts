import { readsTraces, type TraceFilter } from "@trace-console/contracts/trace-filter";
import { type AddressFilter, passesAddress, planAddresses } from "./address-filter.ts";
import { addressOf } from "./address-of.ts";
import type { Block } from "./block.ts";
import type { Segment } from "./segment.ts";
import type { TextCandidates } from "./text-candidates.ts";
import { escapeNeedle, holdsText } from "./text-match.ts";
import { analyseNeedle, type TextNeedle } from "./text-needle.ts";
import { isCaseless, makeScan, type Scan } from "./text-scan.ts";

/** Of 8 rows: as many rows are looked at in the time that it takes to count those of a filter. */
const narrowEighths = 64;

/** A text to search for. */
interface TextQuery {
  readonly needle: string;
  readonly isCaseless: boolean;
  readonly grams: TextNeedle;
  readonly scan: Scan;
}

/** The filters that only the bodies of traces tell, analysed once for all segments. */
export interface BodyQuery {
  readonly text: TextQuery | undefined;
  readonly addresses: AddressFilter | undefined;
}

/** The filters that only bodies tell, undefined when there are none. */
export function planBodies(filter: TraceFilter): BodyQuery | undefined {
  if (!readsTraces(filter)) return undefined;
  const { text } = filter;
  return {
    text: text === undefined ? undefined : planText(text),
    addresses: planAddresses(filter),
  };
}

function planText(text: string): TextQuery {
  const needle = escapeNeedle(text);
  return {
    needle,
    isCaseless: isCaseless(needle),
    grams: analyseNeedle(needle),
    scan: makeScan(needle),
  };
}

/** Finds the rows of one segment whose bodies match. Ask for neighbouring rows one after the other. */
export class BodySearch {
  readonly #segment: Segment;
  readonly #query: BodyQuery;
  /** The rows that may hold the text; undefined: all may. */
  readonly #ofText: TextCandidates | undefined;
  /** For each wanted address the rows that may have it; undefined: all may match. */
  readonly #ofAddresses: readonly TextCandidates[] | undefined;
  #block = -1;
  #matching: readonly boolean[] = [];
  /** Blocks of bodies that were read. */
  blocks = 0;

  constructor(segment: Segment, query: BodyQuery) {
    this.#segment = segment;
    this.#query = query;
    const { textFilter } = segment;
    if (textFilter === undefined) return;
    const { text, addresses } = query;
    this.#ofText = text && textFilter.candidatesFor(text.grams);
    if (addresses?.wanted === undefined) return;
    this.#ofAddresses = addresses.needles.map((needle) => textFilter.candidatesFor(needle));
  }

  /** Whether the filter of the segment rules out every row. */
  get isEmpty(): boolean {
    const isNone = this.#ofAddresses?.every(({ isEmpty }) => isEmpty) ?? false;
    return isNone || (this.#ofText?.isEmpty ?? false);
  }

  /** Whether the filter of the segment leaves few rows. */
  get isNarrow(): boolean {
    return this.#ofText !== undefined && this.#ofText.countUpTo(narrowEighths) <= narrowEighths;
  }

  /** Whether a row may match, without reading it. */
  mayMatch(row: number): boolean {
    if (this.#ofText?.mayHold(row) === false) return false;
    return this.#ofAddresses?.some((rows) => rows.mayHold(row)) ?? true;
  }

  /** The next row below this one that may match; −1 when none does. */
  nextBelow(row: number): number {
    for (let above = row; ;) {
      const next = this.#ofText?.nextBelow(above) ?? above - 1;
      if (next < 0 || this.#ofAddresses === undefined) return next;
      const nearest = Math.max(...this.#ofAddresses.map((rows) => rows.nextBelow(next + 1)));
      if (nearest === next) return next;
      above = nearest + 1;
    }
  }

  /** @param isKept whether the block that holds the row is worth a place in the cache. */
  matches(row: number, isKept: boolean): boolean {
    if (!this.mayMatch(row)) return false;
    const index = this.#segment.blockOf(row);
    if (index !== this.#block) {
      this.#block = index;
      this.#matching = this.#searchBlock(index, isKept);
    }
    return this.#matching[row - this.#segment.firstRowOf(index)] ?? false;
  }

  #searchBlock(index: number, isKept: boolean): readonly boolean[] {
    this.blocks += 1;
    const block = this.#segment.block(index, isKept);
    const { text, addresses } = this.#query;
    const holding = text && rowsThatHold(block, text);
    if (addresses === undefined) return holding ?? [];
    if (holding?.length === 0) return [];
    return Array.from(
      { length: block.rows },
      (_, at) =>
        (holding === undefined || holding[at] === true) &&
        passesAddress(addresses, addressOf(block.wire(at))),
    );
  }
}

/** Which rows of a block hold a text, as far as the last one that does. */
function rowsThatHold(
  block: Block,
  { scan, needle, isCaseless: isAsItStands }: TextQuery,
): boolean[] {
  const findFrom = scan(block.bytes);
  const holding: boolean[] = [];
  for (let place = findFrom(0); place >= 0;) {
    const at = block.rowAt(place);
    while (holding.length < at) holding.push(false);
    const json = block.wire(at).toString();
    holding.push(holdsText(isAsItStands ? json : json.toLowerCase(), needle));
    place = findFrom(block.lineEnd(at));
  }
  return holding;
}
