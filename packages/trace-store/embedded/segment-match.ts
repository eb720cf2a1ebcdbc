import type { Columns } from "./columns.ts";
import { costOf, gatherRows, sizeOf } from "./gather-rows.ts";
import { indexOf, lowerBound } from "./groups.ts";
import { noRows, rowsOfHash } from "./hash-groups.ts";
import { bitOf, type HashFilter, type OperatorFilter, type Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";

/** How many rows have been looked at, and the like: what explains the speed of a query. */
export interface Work {
  rows: number;
  /** Pairs of operator and kind. */
  pairs: number;
  segments: number;
  /** Blocks of bodies that were searched. */
  textBlocks: number;
}

const operatorBit = bitOf("user");

/**
 * Where the passing kinds of a segment are gathered: room of its own for each would bring the
 * garbage collector every few dozen queries.
 */
const passingRoom = new Uint16Array(65_537);

/** A plan in the numbers of one segment, each part made when it is first needed. */
export class SegmentMatch {
  readonly segment: Segment;
  /** Those of the segment, at hand for what is asked of each row. */
  readonly columns: Columns;
  readonly plan: Plan;
  /** The segment's operators among those that the filter names. */
  readonly operators: readonly number[];
  /** Whether the operators that the filter names are left out. */
  readonly isExcluding: boolean;
  /** Whether there is a filter by operator. */
  readonly hasOperators: boolean;
  /** The rows that pass the filters on hashed fields, ascending; undefined without such filters. */
  readonly included: Uint16Array | undefined;
  /** The rows that the exclusions on hashed fields leave out, ascending. */
  readonly excluded: Uint16Array;
  #passing: Uint16Array | undefined;

  constructor(segment: Segment, plan: Plan) {
    this.segment = segment;
    this.columns = segment.columns;
    this.plan = plan;
    this.hasOperators = plan.operators !== undefined;
    this.isExcluding = plan.operators?.isExcluded ?? false;
    this.operators = plan.operators === undefined ? nobody : operatorsOf(segment, plan.operators);
    this.included = includedRows(segment, plan.included);
    this.excluded =
      plan.excluded.length === 0
        ? noRows
        : unionOf(plan.excluded.map((filter) => rowsOfFilter(segment, filter)));
  }

  /** The segment's kinds that fail no filter, ascending. */
  get passing(): Uint16Array {
    this.#passing ??= this.#findPassing();
    return this.#passing;
  }

  #findPassing(): Uint16Array {
    const { values } = this.columns.kinds;
    const { fewKinds, passes } = this.plan;
    const found = passingRoom;
    let count = 0;
    // A search takes a dozen steps.
    if (fewKinds !== undefined && fewKinds.length * 12 < values.length) {
      let from = 0;
      for (const kind of fewKinds) {
        from = lowerBound(values, kind, from);
        found[count] = from;
        if (values[from] === kind) count += 1;
      }
    } else {
      for (let index = 0; index < values.length; index += 1) {
        found[count] = index;
        if (passes[values[index] ?? 0] === 1) count += 1;
      }
    }
    return found.slice(0, count);
  }

  /** How many rows the passing kinds have. */
  countPassing(): number {
    const { kinds, length } = this.columns;
    return this.passing.length === kinds.values.length ? length : sizeOf(kinds, this.passing);
  }

  /** How many rows of the operators that the filter names are of a passing kind. */
  countNamed(work: Work): number {
    const { pairs, kinds } = this.columns;
    const ofStore = this.plan.kindFails;
    let count = 0;
    for (const operator of this.operators) {
      const [from, to] = [pairs.starts[operator] ?? 0, pairs.starts[operator + 1] ?? 0];
      work.pairs += to - from;
      for (let at = from; at < to; at += 1) {
        const kind = kinds.values[pairs.kinds[at] ?? 0] ?? 0;
        if (ofStore[kind] === 0) count += pairs.counts[at] ?? 0;
      }
    }
    return count;
  }

  /** How many rows of the whole segment pass the filters on kinds and operators. */
  count(work: Work): number {
    if (!this.hasOperators) return this.countPassing();
    if (!this.isExcluding) return this.countNamed(work);
    return this.countPassing() - this.countNamed(work);
  }

  /** The bits of the filters that a row fails, those on hashed fields left out. */
  failsOf(row: number): number {
    const { columns } = this;
    const kind = columns.kinds.values[columns.kind[row] ?? 0] ?? 0;
    const ofKind = this.plan.kindFails[kind] ?? 0;
    return this.failsOperator(row) ? ofKind | operatorBit : ofKind;
  }

  /** Whether a row fails the filter by operator. */
  failsOperator(row: number): boolean {
    const { operatorFails } = this.plan;
    if (operatorFails === undefined) return false;
    const { operator, operators } = this.columns;
    return operatorFails[operators.values[operator[row] ?? 0] ?? 0] === 1;
  }

  /**
   * The rows to look at for a page, ascending, chosen so that few are: the rows of the kinds or of
   * the operators where that list is short, or undefined for all rows of the segment.
   *
   * @param count how many rows match; 0 is for the caller to skip.
   * @param wanted how many matches the caller wants at most.
   */
  candidates(count: number, wanted: number): Uint16Array | undefined {
    if (this.included !== undefined) return this.included;
    const { length, kinds, operators } = this.columns;
    if (count === length) return undefined;
    const share = Math.min(1, wanted / count);
    const ofOperators =
      this.hasOperators && !this.isExcluding
        ? costOf(operators, this.operators, length, share)
        : Infinity;
    // The kinds have no fewer rows than match: no need to look when the operators have few more.
    const ofKinds =
      ofOperators <= 2 * count * share ? Infinity : costOf(kinds, this.passing, length, share);
    if (Math.min(ofOperators, ofKinds) >= length * share) return undefined;
    return ofOperators <= ofKinds
      ? gatherRows(operators, this.operators, length)
      : gatherRows(kinds, this.passing, length);
  }
}

// A page of something rare asks all segments of the week: the next three make nothing where a
// filter has one value, or the garbage collector would come every hundred pages.

const nobody: readonly number[] = [];

function operatorsOf({ columns }: Segment, { nos }: OperatorFilter): readonly number[] {
  const operators: number[] = [];
  for (const no of nos) {
    const index = indexOf(columns.operators.values, no);
    if (index >= 0) operators.push(index);
  }
  return operators;
}

function rowsOfFilter({ columns }: Segment, { field, hashes }: HashFilter): Uint16Array {
  const [only] = hashes;
  if (only !== undefined && hashes.length === 1) return rowsOfHash(columns.hashed[field], only);
  return unionOf(hashes.map((hash) => rowsOfHash(columns.hashed[field], hash)));
}

function includedRows(segment: Segment, filters: readonly HashFilter[]): Uint16Array | undefined {
  const [only] = filters;
  if (only === undefined) return undefined;
  if (filters.length === 1) return rowsOfFilter(segment, only);
  const [first = noRows, ...others] = filters
    .map((filter) => rowsOfFilter(segment, filter))
    .toSorted((a, b) => a.length - b.length);
  if (others.length === 0 || first.length === 0) return first;
  const sets = others.map((rows) => new Set(rows));
  return first.filter((row) => sets.every((set) => set.has(row)));
}

function unionOf(lists: readonly Uint16Array[]): Uint16Array {
  const filled = lists.filter((list) => list.length > 0);
  const [only = noRows] = filled;
  if (filled.length <= 1) return only;
  return Uint16Array.from(new Set(filled.flatMap((list) => [...list]))).toSorted();
}
