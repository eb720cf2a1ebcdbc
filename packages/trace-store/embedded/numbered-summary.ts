import type { Bucket, CountedField, FacetValue, Summary } from "../trace-store.ts";
import type { Numbers } from "./numbers.ts";
import { kindFields } from "./trace-fields.ts";

/** The values of a field as their numbers, in the order of the facet, and their counts. */
interface NumberedFacet {
  readonly field: CountedField;
  readonly nos: Uint32Array;
  readonly counts: Uint32Array;
}

/** A summary as it travels between threads: thousands of texts take longer than their counting. */
export interface NumberedSummary {
  readonly total: number;
  readonly facets: readonly NumberedFacet[];
  readonly histogram: readonly Bucket[];
}

/** What the numbers of a field's values stand for. */
function textsOf(field: CountedField, numbers: Numbers): readonly (string | null | undefined)[] {
  if (field === "user") return numbers.names;
  return numbers.fields[kindFields.indexOf(field)]?.texts ?? [];
}

/** The place of each text in their order; made anew when there are more. */
const ranks = new WeakMap<readonly unknown[], Uint32Array>();

function ranksOf(texts: readonly (string | null | undefined)[]): Uint32Array {
  const known = ranks.get(texts);
  if (known?.length === texts.length) return known;
  const sorted = texts.map((text, no) => ({ text: text ?? "", no }));
  sorted.sort((a, b) => (a.text < b.text ? -1 : 1));
  const made = new Uint32Array(texts.length);
  sorted.forEach(({ no }, rank) => {
    made[no] = rank;
  });
  ranks.set(texts, made);
  return made;
}

/** Used again for each facet. */
let keysRoom = new Float64Array(8_192);
let noOfRankRoom = new Uint32Array(8_192);

/** Bits of a rank in a number that also holds a count. */
const rankRange = 2 ** 21;

/**
 * Sorts a field's values: most frequent first, then by value. Values without a trace, and empty
 * ones, are left out.
 * @param perValue the count of each value by its number.
 */
export function sortFacet(
  field: CountedField,
  perValue: Float64Array,
  numbers: Numbers,
): NumberedFacet {
  const texts = textsOf(field, numbers);
  const rankOf = ranksOf(texts);
  if (keysRoom.length < texts.length) {
    keysRoom = new Float64Array(texts.length * 2);
    noOfRankRoom = new Uint32Array(texts.length * 2);
  }
  const [keys, noOfRank] = [keysRoom, noOfRankRoom];
  let found = 0;
  for (let no = 0; no < texts.length; no += 1) {
    const count = perValue[no] ?? 0;
    if (count <= 0 || !texts[no]) continue;
    const rank = rankOf[no] ?? 0;
    noOfRank[rank] = no;
    keys[found] = rank - count * rankRange;
    found += 1;
  }
  const sorted = keys.subarray(0, found).toSorted();
  const nos = new Uint32Array(found);
  const counts = new Uint32Array(found);
  for (let at = 0; at < found; at += 1) {
    const key = sorted[at] ?? 0;
    const count = Math.ceil(-key / rankRange);
    const no = noOfRank[key + count * rankRange] ?? 0;
    nos[at] = no;
    counts[at] = perValue[no] ?? 0;
  }
  return { field, nos, counts };
}

/** The summary with texts in place of numbers. */
export function nameSummary(summary: NumberedSummary, numbers: Numbers): Summary {
  const facets: Partial<Record<CountedField, readonly FacetValue[]>> = {};
  for (const { field, nos, counts } of summary.facets) {
    const texts = textsOf(field, numbers);
    const values: FacetValue[] = [];
    for (let at = 0; at < nos.length; at += 1) {
      values.push({ value: texts[nos[at] ?? 0] ?? "", count: counts[at] ?? 0 });
    }
    facets[field] = values;
  }
  return { total: summary.total, facets, histogram: summary.histogram };
}
