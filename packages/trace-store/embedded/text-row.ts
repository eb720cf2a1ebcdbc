import { countOnes } from "./text-matrix.ts";

/*
 * A row, the groups that hold a gram, is stored as a code of one byte and some bytes:
 * - code 0: every group, no bytes;
 * - 1 to 127: that many bytes, the gaps between the set groups as Golomb-Rice code;
 * - 128: the plain bits, a byte for 8 groups;
 * - 129 to 255: 1 to 127 bytes, the groups that are not set, coded like those that are.
 */
const plain = 128;
const longest = 127;
const parameterBits = 4;

/** How many bytes belong to a code in a filter of `groups` groups. */
export function lengthOfRow(code: number, groups: number): number {
  return code === plain ? Math.ceil(groups / 8) : code & longest;
}

/**
 * Writes the row of `words` that begins at `start` to `bytes` from `position` on, where
 * `groups / 8 + 1` bytes must be free.
 *
 * @returns its code; undefined when no group is set, which takes no bytes
 */
export function writeRow(
  words: Int32Array,
  start: number,
  groups: number,
  bytes: Uint8Array,
  position: number,
): number | undefined {
  const end = start + Math.ceil(groups / 32);
  let ones = 0;
  for (let index = start; index < end; index += 1) ones += countOnes(words[index] ?? 0);
  if (ones === 0) return undefined;
  if (ones === groups) return 0;
  const isMostlySet = ones > groups / 2;
  const entries = isMostlySet ? groups - ones : ones;
  const plainLength = Math.ceil(groups / 8);
  const limit = Math.min(longest, plainLength - 1);
  const length = writeGaps(
    words,
    start,
    groups,
    entries,
    isMostlySet ? -1 : 0,
    bytes,
    position,
    limit,
  );
  if (length > 0) return isMostlySet ? plain + length : length;
  for (let index = 0; index < plainLength; index += 1) {
    bytes[position + index] = (words[start + (index >>> 2)] ?? 0) >>> ((index & 3) * 8);
  }
  return plain;
}

/** Bits of gaps before they are copied: at most 127 bytes of low parts and twice as many of high ones. */
const gapBits = new Int32Array(256);

/** Writes the gaps between set (or unset) groups. Returns the number of bytes, 0 if more than `limit`. */
function writeGaps(
  words: Int32Array,
  start: number,
  groups: number,
  entries: number,
  flip: number,
  bytes: Uint8Array,
  position: number,
  limit: number,
): number {
  // The best parameter for gaps of a geometric distribution is about the logarithm of their median.
  const parameter = Math.min(15, 31 - Math.clz32(Math.max(1, (0.69 * groups) / entries)));
  if (parameterBits + entries * (parameter + 1) > limit * 8) return 0;
  gapBits[0] = parameter;
  let bit = parameterBits;
  let next = 0;
  for (let place = 0; place < groups; place += 32) {
    let left = (words[start + (place >>> 5)] ?? 0) ^ flip;
    if (groups - place < 32) left &= (1 << (groups - place)) - 1;
    while (left !== 0) {
      const group = place + 31 - Math.clz32(left & -left);
      left &= left - 1;
      const gap = group - next;
      next = group + 1;
      // As many ones as the high part says, a zero, the low part.
      let high = gap >>> parameter;
      for (; high > 15; high -= 15) bit = addBits(bit, 0x7fff, 15);
      const low = gap & ((1 << parameter) - 1);
      bit = addBits(bit, (low << (high + 1)) | ((1 << high) - 1), high + 1 + parameter);
    }
  }
  // Filled up with ones: a high part that never ends.
  bit = addBits(bit, (1 << (-bit & 7)) - 1, -bit & 7);
  const length = bit >>> 3 > limit ? 0 : bit >>> 3;
  for (let index = 0; index < length; index += 1) {
    bytes[position + index] = (gapBits[index >>> 2] ?? 0) >>> ((index & 3) * 8);
  }
  gapBits.fill(0, 0, (bit >>> 5) + 2);
  return length;
}

/** Adds the lowest `count` bits of `value`, at most 31, to {@link gapBits} at a place. Returns where they end. */
function addBits(at: number, value: number, count: number): number {
  const index = at >>> 5;
  const shift = at & 31;
  gapBits[index] = (gapBits[index] ?? 0) | (value << shift);
  gapBits[index + 1] = (gapBits[index + 1] ?? 0) | ((value >>> 1) >>> (31 - shift));
  return at + count;
}

/** Clears in `mayHold` the groups that a row, stored from `position` on, does not hold. */
export function keepRow(
  mayHold: Uint32Array,
  code: number,
  bytes: Uint8Array,
  position: number,
  groups: number,
): void {
  if (code === 0) return;
  const row = new Int32Array(mayHold.length);
  if (code === plain) {
    for (let index = 0; index < Math.ceil(groups / 8); index += 1) {
      row[index >>> 2] =
        (row[index >>> 2] ?? 0) | ((bytes[position + index] ?? 0) << ((index & 3) * 8));
    }
  } else readGaps(row, bytes, position, code & longest);
  const flip = code > plain ? -1 : 0;
  for (let index = 0; index < row.length; index += 1) {
    mayHold[index] = (mayHold[index] ?? 0) & ((row[index] ?? 0) ^ flip);
  }
}

function readGaps(row: Int32Array, bytes: Uint8Array, position: number, length: number): void {
  const parameter = (bytes[position] ?? 0) & ((1 << parameterBits) - 1);
  const end = (position + length) * 8;
  const bitAt = (bit: number) => ((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1;
  let group = 0;
  for (let bit = position * 8 + parameterBits; bit < end; bit += 1) {
    if (bitAt(bit) === 1) {
      group += 1 << parameter;
      continue;
    }
    for (let place = 0; place < parameter; place += 1) {
      bit += 1;
      group += bitAt(bit) << place;
    }
    row[group >>> 5] = (row[group >>> 5] ?? 0) | (1 << group);
    group += 1;
  }
}
