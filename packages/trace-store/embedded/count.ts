import type { CountedField } from "../trace-store.ts";
import type { CountRoom } from "./count-room.ts";
import { type Day, widen } from "./days.ts";
import type { DaySums } from "./day-sums.ts";
import type { Numbers } from "./numbers.ts";
import { bitOf, type OperatorFilter, type Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";
import { kindFields } from "./trace-fields.ts";

/** Whether the kinds of a segment pass; used again for each. */
const passesRoom = new Uint8Array(65_536);

/** What a row that is found by its kind costs, in pairs: those lie side by side in memory. */
const rowCost = 12;

/**
 * Counts over several segments: the total, and per kind and per operator what the facets need.
 * Where a day or a segment lies in the range as a whole, its counts of kinds, operators and their
 * pairs answer; rows are looked at only at the edges of the range, for the operators of some kinds,
 * and as a filter on a hashed field tells.
 */
export class Counts {
  /** For each kind: the traces that pass all filters but those that a kind tells. */
  readonly perKind: Float64Array;
  /** For each operator: the traces that pass all filters but the one by operator. */
  readonly perOperator: Float64Array;
  readonly #plan: Plan;
  readonly #work: Work;
  readonly #countsOperators: boolean;
  /** Whether kinds alone tell the counts of kinds: no operators are asked for. */
  readonly #hasAnyOperator: boolean;

  /** @param room for the counts, until they are done with. */
  constructor(
    numbers: Numbers,
    plan: Plan,
    fields: readonly CountedField[],
    work: Work,
    room: CountRoom,
  ) {
    this.#plan = plan;
    this.#work = work;
    this.perKind = room.perKind.subarray(0, numbers.kindCount).fill(0);
    this.perOperator = room.perOperator.subarray(0, numbers.names.length).fill(0);
    this.#countsOperators = fields.includes("user");
    this.#hasAnyOperator = plan.operators === undefined || plan.operators.isExcluded;
  }

  /** How many traces match. */
  get total(): number {
    let total = 0;
    const { perKind } = this;
    const { passes, fewKinds } = this.#plan;
    if (fewKinds === undefined) {
      for (let kind = 1; kind < perKind.length; kind += 1) {
        total += (perKind[kind] ?? 0) * (passes[kind] ?? 0);
      }
    } else {
      for (const kind of fewKinds) total += perKind[kind] ?? 0;
    }
    return total;
  }

  /** Adds what a day holds in `[from, to)`, ms since 1970. */
  addDay(day: Day, from: number, to: number): void {
    const { sums, others } = day;
    for (const segment of others) this.add(segment, from, to);
    const [widest, latest] = widen(day, from, to);
    if (day.start < widest || day.end > latest || this.#plan.included.length > 0) {
      for (const segment of sums.segments) this.add(segment, from, to);
      return;
    }
    if (this.#hasAnyOperator) addTo(this.perKind, sums.perKind);
    if (this.#plan.operators !== undefined) this.#addNamedOfDay(sums, this.#plan.operators);
    if (this.#countsOperators) this.#addOperatorsOfDay(sums);
    if (this.#plan.excluded.length === 0) return;
    for (const segment of sums.segments) {
      const match = this.#match(segment);
      this.#addList(match, match.excluded, 0, segment.columns.length, -1);
    }
  }

  #addNamedOfDay({ operators }: DaySums, { nos, isExcluded }: OperatorFilter): void {
    const { starts, kinds, counts } = operators;
    const { perKind } = this;
    const sign = isExcluded ? -1 : 1;
    for (const no of nos) {
      const [from, to] = [starts[no] ?? 0, starts[no + 1] ?? 0];
      this.#work.pairs += to - from;
      for (let at = from; at < to; at += 1) {
        const kind = kinds[at] ?? 0;
        perKind[kind] = (perKind[kind] ?? 0) + sign * (counts[at] ?? 0);
      }
    }
  }

  #addOperatorsOfDay(sums: DaySums): void {
    const isPassing = this.#plan.passes;
    if (sums.arePassing(isPassing)) {
      addTo(this.perOperator, sums.perOperator);
      return;
    }
    const { starts, kinds, counts } = sums.operators;
    this.#work.pairs += kinds.length;
    const { perOperator } = this;
    for (let operator = 0; operator < starts.length - 1; operator += 1) {
      const to = starts[operator + 1] ?? 0;
      let count = 0;
      for (let at = starts[operator] ?? 0; at < to; at += 1) {
        // A product and no condition: which kind passes is nothing that a processor can guess.
        count += (isPassing[kinds[at] ?? 0] ?? 0) * (counts[at] ?? 0);
      }
      perOperator[operator] = (perOperator[operator] ?? 0) + count;
    }
  }

  #match(segment: Segment): SegmentMatch {
    this.#work.segments += 1;
    return new SegmentMatch(segment, this.#plan);
  }

  /** Adds the traces of a segment in `[from, to)`, ms since 1970. */
  add(segment: Segment, from: number, to: number): void {
    const [first, last] = [segment.rowAt(from), segment.rowAt(to)];
    if (first >= last) return;
    const match = this.#match(segment);
    const { length, kinds, operators } = segment.columns;
    const { included, excluded } = match;
    if (included !== undefined) {
      this.#addList(match, included, first, last, 1, new Set(excluded));
      return;
    }
    if (last - first <= length / 2) {
      this.#addSpan(match, first, last, 1);
    } else {
      if (this.#hasAnyOperator) addGroups(this.perKind, kinds);
      this.#addNamed(match);
      if (this.#countsOperators) {
        if (match.countPassing() === length) addGroups(this.perOperator, operators);
        else this.#addOperatorsOf(match);
      }
      this.#addSpan(match, 0, first, -1);
      this.#addSpan(match, last, length, -1);
    }
    this.#addList(match, excluded, first, last, -1);
  }

  /** Adds the kinds of the operators that the filter names, or takes them away. */
  #addNamed({ segment, operators, isExcluding }: SegmentMatch): void {
    const { pairs, kinds } = segment.columns;
    const sign = isExcluding ? -1 : 1;
    for (const operator of operators) {
      const [from, to] = [pairs.starts[operator] ?? 0, pairs.starts[operator + 1] ?? 0];
      this.#work.pairs += to - from;
      for (let at = from; at < to; at += 1) {
        const kind = kinds.values[pairs.kinds[at] ?? 0] ?? 0;
        this.perKind[kind] = (this.perKind[kind] ?? 0) + sign * (pairs.counts[at] ?? 0);
      }
    }
  }

  /** Adds the operators of the rows whose kind passes, by rows where they are few, or by pairs. */
  #addOperatorsOf(match: SegmentMatch): void {
    const { kinds, operators, operator, pairs } = match.columns;
    const { perOperator } = this;
    const rows = match.countPassing();
    if (rows * rowCost < pairs.kinds.length) {
      this.#work.rows += rows;
      for (const kind of match.passing) {
        const to = kinds.starts[kind + 1] ?? 0;
        for (let at = kinds.starts[kind] ?? 0; at < to; at += 1) {
          const no = operators.values[operator[kinds.rows[at] ?? 0] ?? 0] ?? 0;
          perOperator[no] = (perOperator[no] ?? 0) + 1;
        }
      }
      return;
    }
    this.#work.pairs += pairs.kinds.length;
    const { values } = kinds;
    const passes = passesRoom;
    const ofStore = this.#plan.passes;
    for (let at = 0; at < values.length; at += 1) passes[at] = ofStore[values[at] ?? 0] ?? 0;
    for (let index = 0; index < operators.values.length; index += 1) {
      const to = pairs.starts[index + 1] ?? 0;
      let count = 0;
      for (let at = pairs.starts[index] ?? 0; at < to; at += 1) {
        count += (passes[pairs.kinds[at] ?? 0] ?? 0) * (pairs.counts[at] ?? 0);
      }
      const no = operators.values[index] ?? 0;
      perOperator[no] = (perOperator[no] ?? 0) + count;
    }
  }

  #addSpan(match: SegmentMatch, first: number, last: number, sign: number): void {
    this.#work.rows += last - first;
    for (let row = first; row < last; row += 1) this.addRow(match, row, sign);
  }

  #addList(
    match: SegmentMatch,
    rows: Uint16Array,
    first: number,
    last: number,
    sign: number,
    unwanted?: ReadonlySet<number>,
  ): void {
    this.#work.rows += rows.length;
    for (const row of rows) {
      if (row >= first && row < last && unwanted?.has(row) !== true) this.addRow(match, row, sign);
    }
  }

  /** Adds one row for whatever of the counts it passes the filters on kinds and operators. */
  addRow({ columns }: SegmentMatch, row: number, sign: number): void {
    const { kind, kinds, operator, operators } = columns;
    const kindNo = kinds.values[kind[row] ?? 0] ?? 0;
    const operatorNo = operators.values[operator[row] ?? 0] ?? 0;
    if (this.#plan.operatorFails?.[operatorNo] !== 1) {
      this.perKind[kindNo] = (this.perKind[kindNo] ?? 0) + sign;
    }
    if (this.#countsOperators && this.#plan.kindFails[kindNo] === 0) {
      this.perOperator[operatorNo] = (this.perOperator[operatorNo] ?? 0) + sign;
    }
  }

  /** The counts of a field's values by their numbers, each under all filters but those on the field. */
  perValue(field: CountedField, numbers: Numbers): Float64Array {
    if (field === "user") return this.perOperator;
    const { texts = [], ofKind = [] } = numbers.fields[kindFields.indexOf(field)] ?? {};
    const others = ~bitOf(field);
    const { kindFails } = this.#plan;
    const perValue = new Float64Array(texts.length);
    for (let kind = 1; kind < this.perKind.length; kind += 1) {
      if (((kindFails[kind] ?? 0) & others) !== 0) continue;
      const value = ofKind[kind] ?? 0;
      perValue[value] = (perValue[value] ?? 0) + (this.perKind[kind] ?? 0);
    }
    return perValue;
  }
}

function addTo(sums: Float64Array, more: Uint32Array): void {
  for (let no = 0; no < more.length; no += 1) sums[no] = (sums[no] ?? 0) + (more[no] ?? 0);
}

function addGroups(
  sums: Float64Array,
  { values, starts }: { readonly values: Uint32Array; readonly starts: Uint16Array },
): void {
  for (let index = 0; index < values.length; index += 1) {
    const no = values[index] ?? 0;
    sums[no] = (sums[no] ?? 0) + (starts[index + 1] ?? 0) - (starts[index] ?? 0);
  }
}
