/*
 * The groups of a row as gaps between them: 4 bits of a parameter, then each gap as Golomb-Rice code.
 *
 * Where the parameter is at least {@link eighthParameter}, thus the gram rare, each gap is followed by
 * where in its group of 64 traces the gram stands, if the row tells that: a 0 and 3 bits are the only
 * eighth that holds it, a 1 says that several do.
 */
const parameterBits = 4;
const eighthParameter = 4;
const eighthBits = 3;
/** Stands for more than one eighth, beside the numbers 0 to 7 of a single one. */
export const severalEighths = 8;
const anyEighth = 0xff;

/** The best parameter for gaps of a geometric distribution is about the logarithm of their median. */
function parameterOf(groups: number, entries: number): number {
  return Math.min(15, 31 - Math.clz32(Math.max(1, (0.69 * groups) / entries)));
}

/** How many groups a row has at most for it to tell eighths. */
export function mostWithEighths(groups: number): number {
  let most = Math.floor((0.69 * groups) / 2 ** eighthParameter);
  while (most > 0 && parameterOf(groups, most) < eighthParameter) most -= 1;
  return most;
}

/** Groups to write: those whose bits in `words`, from `start` on, differ from those of `flip`. */
export interface GapSource {
  readonly words: Int32Array;
  readonly start: number;
  readonly groups: number;
  /** How many differ. */
  readonly entries: number;
  /** 0 or −1. */
  readonly flip: number;
  /** The eighth of each of them, 0 to 7 or {@link severalEighths}; undefined: it is not to be told. */
  readonly eighths: Uint8Array | undefined;
}

/** Bits of gaps before they are copied: at most 127 bytes of low parts and twice as many of high ones. */
const gapBits = new Int32Array(256);

/** Writes gaps to `bytes` from `position` on. Returns the number of bytes, 0 if more than `limit`. */
export function writeGaps(
  { words, start, groups, entries, flip, eighths }: GapSource,
  bytes: Uint8Array,
  position: number,
  limit: number,
): number {
  const parameter = parameterOf(groups, entries);
  if (parameterBits + entries * (parameter + 1) > limit * 8) return 0;
  const told = parameter < eighthParameter ? undefined : eighths;
  gapBits[0] = parameter;
  let bit = parameterBits;
  let next = 0;
  let entry = 0;
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
      if (told === undefined) continue;
      const eighth = told[entry] ?? severalEighths;
      entry += 1;
      if (eighth === severalEighths) bit = addBits(bit, 1, 1);
      else bit = addBits(bit, eighth << 1, 1 + eighthBits);
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

/**
 * Sets in `row` the groups that {@link writeGaps} wrote.
 *
 * @param eighths of each group, a bit for each of its eighths that may hold a needle: those that the
 *   row rules out are cleared, and a group of which none is left is not set. Undefined: it tells none
 */
export function readGaps(
  row: Int32Array,
  bytes: Uint8Array,
  position: number,
  length: number,
  eighths: Uint8Array | undefined,
): void {
  const parameter = (bytes[position] ?? 0) & ((1 << parameterBits) - 1);
  const told = parameter < eighthParameter ? undefined : eighths;
  const end = (position + length) * 8;
  let group = 0;
  for (let bit = position * 8 + parameterBits; bit < end;) {
    const isHigh = bitsAt(bytes, bit, 1) === 1;
    bit += 1;
    if (isHigh) {
      group += 1 << parameter;
      continue;
    }
    group += bitsAt(bytes, bit, parameter);
    bit += parameter;
    let left = anyEighth;
    if (told !== undefined) {
      const isOne = bitsAt(bytes, bit, 1) === 0;
      left = (told[group] ?? 0) & (isOne ? 1 << bitsAt(bytes, bit + 1, eighthBits) : anyEighth);
      told[group] = left;
      bit += isOne ? 1 + eighthBits : 1;
    }
    if (left !== 0) row[group >>> 5] = (row[group >>> 5] ?? 0) | (1 << group);
    group += 1;
  }
}

/** A number of `count` bits, at most 16, the lowest first. */
function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  const at = bit >>> 3;
  const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return (word >>> (bit & 7)) & ((1 << count) - 1);
}
