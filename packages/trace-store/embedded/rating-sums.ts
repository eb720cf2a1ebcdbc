import { type ClassCounts, failing } from "./rating-buckets.ts";
import type { SegmentMatch } from "./segment-match.ts";

/** Rows whose ratings are added up in the four bytes of one number before a byte can overflow. */
const rowsPerSum = 255;

/** Used again for each segment. */
const packedRoom = new Uint32Array(65_536);
const masksRoom = new Int8Array(65_536);

/** A 1 in the byte of a rating; nothing for what fails. */
const packedClasses = Uint32Array.of(1, 1 << 8, 1 << 16, 1 << 24, 0);

/** What tells of a row by its kind and its operator; it holds until the next segment. */
export interface RatingTells {
  readonly packed: Uint32Array;
  readonly masks: Int8Array | undefined;
}

/**
 * What tells of the rows of a segment whether they match and how they are rated. It holds until the
 * next call.
 *
 * @param classOf the class of each kind of the store.
 */
export function tellRatings(match: SegmentMatch, classOf: Uint8Array): RatingTells {
  return { packed: packRatings(match, classOf), masks: maskOperators(match) };
}

/** For each of the segment's kinds a 1 in the byte of its rating, 0 when it fails a filter. */
function packRatings({ segment }: SegmentMatch, classOf: Uint8Array): Uint32Array {
  const { values } = segment.columns.kinds;
  const packed = packedRoom.subarray(0, values.length);
  for (let index = 0; index < packed.length; index += 1) {
    packed[index] = packedClasses[classOf[values[index] ?? 0] ?? failing] ?? 0;
  }
  return packed;
}

/** For each of the segment's operators all bits when it passes, for sums without a condition. */
function maskOperators({ segment, plan }: SegmentMatch): Int8Array | undefined {
  const { operatorFails } = plan;
  if (operatorFails === undefined) return undefined;
  const { values } = segment.columns.operators;
  for (let index = 0; index < values.length; index += 1) {
    masksRoom[index] = (operatorFails[values[index] ?? 0] ?? 0) - 1;
  }
  return masksRoom;
}

/** Adds the ratings of rows `first` to `last` to some counts, each times `sign`. */
export function addRatings(
  match: SegmentMatch,
  { packed, masks }: RatingTells,
  first: number,
  last: number,
  counts: ClassCounts,
  sign: number,
): void {
  const { kind, operator } = match.columns;
  for (let from = first; from < last; from += rowsPerSum) {
    const to = Math.min(last, from + rowsPerSum);
    let sum = 0;
    if (masks === undefined) {
      for (let row = from; row < to; row += 1) sum = (sum + (packed[kind[row] ?? 0] ?? 0)) | 0;
    } else {
      for (let row = from; row < to; row += 1) {
        const ofRow = (packed[kind[row] ?? 0] ?? 0) & (masks[operator[row] ?? 0] ?? 0);
        sum = (sum + ofRow) | 0;
      }
    }
    for (let rating = 0; rating < 4; rating += 1) {
      counts[rating] = (counts[rating] ?? 0) + sign * ((sum >>> (8 * rating)) & 0xff);
    }
  }
}
