/** Milliseconds from the start of the Gregorian calendar (1582-10-15) to 1970 (RFC 9562, 5.1). */
const gregorianOffset = 12_219_292_800_000;
const twoTo32 = 4_294_967_296;

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, "0");
}

/**
 * The id that CTS would give: a UUID of version 1 whose clock is `recordTime`. No package is used,
 * because those draw clock sequence and node themselves or want them as byte arrays.
 *
 * @param recordTime ms since 1970
 * @param ticks 0 to 9,999: the 100 ns steps within that millisecond
 * @param clockSequence 14 bits
 * @param node 12 hex digits; two ids with the same other values differ by it
 */
export function buildTraceId(
  recordTime: number,
  ticks: number,
  clockSequence: number,
  node: string,
): string {
  const time = recordTime + gregorianOffset;
  // time × 10,000 has 58 bits, more than a number holds exactly: low and high part apart.
  const low = (((time % 0x10000000) * 10_000) % twoTo32) + ticks;
  const high = Math.floor((time / twoTo32) * 10_000) + (low >= twoTo32 ? 1 : 0);
  const timeLow = hex(low % twoTo32, 8);
  const timeMid = hex(high & 0xffff, 4);
  const timeHigh = hex(((high >>> 16) & 0x0fff) | 0x1000, 4);
  return `${timeLow}-${timeMid}-${timeHigh}-${hex(clockSequence | 0x8000, 4)}-${node}`;
}

/** The clock inside an id of {@link buildTraceId}, in ms since 1970. */
export function readTraceIdTime(traceId: string): number {
  const [low = "0", mid = "0", high = "0"] = traceId.split("-");
  const ticks = BigInt(`0x${high.slice(1)}${mid}${low}`);
  return Number(ticks / 10_000n) - gregorianOffset;
}
