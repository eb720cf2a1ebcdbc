import type { TextCandidates } from "./text-candidates.ts";
import { readGaps, writeGaps } from "./text-gaps.ts";
import { countOnes } from "./text-matrix.ts";

/*
 * A row, the groups that hold a gram, is stored as a code of one byte and some bytes:
 * - code 0: every group, no bytes;
 * - 1 to 127: that many bytes, the gaps between the set groups, of rare grams with their eighths;
 * - 128: the plain bits, a byte for 8 groups;
 * - 129 to 255: 1 to 127 bytes, the groups that are not set, coded like those that are.
 */
const plain = 128;
const longest = 127;

/** How many bytes belong to a code in a filter of `groups` groups. */
export function lengthOfRow(code: number, groups: number): number {
  return code === plain ? Math.ceil(groups / 8) : code & longest;
}

/**
 * Writes the row of `words` that begins at `start` to `bytes` from `position` on, where
 * `groups / 8 + 1` bytes must be free.
 *
 * @param eighths of the set groups; undefined: the row tells none
 * @returns its code; undefined when no group is set, which takes no bytes
 */
export function writeRow(
  words: Int32Array,
  start: number,
  groups: number,
  bytes: Uint8Array,
  position: number,
  eighths?: Uint8Array,
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
  const gaps = isMostlySet
    ? { words, start, groups, entries, flip: -1, eighths: undefined }
    : { words, start, groups, entries, flip: 0, eighths };
  const length = writeGaps(gaps, bytes, position, limit);
  if (length > 0) return isMostlySet ? plain + length : length;
  for (let index = 0; index < plainLength; index += 1) {
    bytes[position + index] = (words[start + (index >>> 2)] ?? 0) >>> ((index & 3) * 8);
  }
  return plain;
}

/** The groups of the row that is read, made larger when a segment has more. */
let groupsOfRow = new Int32Array(32);

/**
 * Clears in `candidates` what a row, stored from `position` on, does not hold.
 *
 * @param hasEighths whether it was written with eighths
 */
export function keepRow(
  candidates: TextCandidates,
  code: number,
  bytes: Uint8Array,
  position: number,
  hasEighths: boolean,
): void {
  if (code === 0) return;
  const { groups, eighths } = candidates;
  if (groupsOfRow.length < groups.length) groupsOfRow = new Int32Array(groups.length);
  const row = groupsOfRow.fill(0);
  if (code === plain) {
    for (let index = 0; index < Math.ceil(eighths.length / 8); index += 1) {
      row[index >>> 2] =
        (row[index >>> 2] ?? 0) | ((bytes[position + index] ?? 0) << ((index & 3) * 8));
    }
  } else {
    const told = hasEighths && code < plain ? eighths : undefined;
    readGaps(row, bytes, position, code & longest, told);
  }
  const flip = code > plain ? -1 : 0;
  for (let index = 0; index < groups.length; index += 1) {
    groups[index] = (groups[index] ?? 0) & ((row[index] ?? 0) ^ flip);
  }
}
