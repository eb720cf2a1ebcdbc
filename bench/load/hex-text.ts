import type { Random } from "@trace-console/trace-samples/random";

// The two digits of each byte as one number of 16 bits, low byte first.
const digits = "0123456789abcdef";
const pairs = Uint16Array.from(
  { length: 256 },
  (_, byte) => digits.charCodeAt(byte >>> 4) | (digits.charCodeAt(byte & 15) << 8),
);
const dash = 0x2d;
const gregorianOffset = 12_219_292_800_000;
const twoTo32 = 4_294_967_296;
const scratch = Buffer.alloc(36);

function put(offset: number, byte: number): void {
  const pair = pairs[byte & 255] ?? 0;
  scratch[offset] = pair & 255;
  scratch[offset + 1] = pair >>> 8;
}

function putWord(offset: number, bits: number): void {
  put(offset, bits >>> 24);
  put(offset + 2, bits >>> 16);
  put(offset + 4, bits >>> 8);
  put(offset + 6, bits);
}

/** The 128 bits of four numbers as a UUID's text; `isPlain` leaves the dashes out. */
export function uuidText(a: number, b: number, c: number, d: number, isPlain = false): string {
  if (isPlain) {
    putWord(0, a);
    putWord(8, b);
    putWord(16, c);
    putWord(24, d);
    return scratch.toString("latin1", 0, 32);
  }
  putWord(0, a);
  scratch[8] = scratch[13] = scratch[18] = scratch[23] = dash;
  put(9, b >>> 24);
  put(11, b >>> 16);
  put(14, b >>> 8);
  put(16, b);
  put(19, c >>> 24);
  put(21, c >>> 16);
  put(24, c >>> 8);
  put(26, c);
  putWord(28, d);
  return scratch.toString("latin1", 0, 36);
}

/**
 * The id that CTS would give a trace recorded at `time` (ms since 1970): a UUID of version 1.
 *
 * @param ticks 0 to 9,999: the steps of 100 ns within that ms
 * @param node 32 random bits, for clock sequence and node
 */
export function timeUuidText(time: number, ticks: number, sequence: number, node: number): string {
  const gregorian = time + gregorianOffset;
  // time × 10,000 has 58 bits, more than a number holds exactly: low and high part apart.
  const low = (((gregorian % 0x10000000) * 10_000) % twoTo32) + ticks;
  const high = Math.floor((gregorian / twoTo32) * 10_000) + (low >= twoTo32 ? 1 : 0);
  const middle = ((high & 0xffff) << 16) | 0x1000 | ((high >>> 16) & 0x0fff);
  return uuidText(low >>> 0, middle, 0x8000_0242 | ((sequence & 0x3fff) << 16), node);
}

/** Random hex digits, cut from a long text that is made anew when it is used up. */
export class HexSource {
  readonly #random: Random;
  readonly #bytes = Buffer.alloc(16_384);
  #text = "";
  #used = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** `length` lower-case hex digits, at most 16,384. */
  take(length: number): string {
    if (this.#used + length > this.#text.length) this.#refill();
    const start = this.#used;
    this.#used += length;
    return this.#text.slice(start, this.#used);
  }

  #refill(): void {
    for (let offset = 0; offset < this.#bytes.length; offset += 8) {
      const bits = this.#random.uint32();
      for (let byte = 0; byte < 4; byte += 1) {
        const pair = pairs[(bits >>> (8 * byte)) & 255] ?? 0;
        this.#bytes[offset + 2 * byte] = pair & 255;
        this.#bytes[offset + 2 * byte + 1] = pair >>> 8;
      }
    }
    this.#text = this.#bytes.toString("latin1");
    this.#used = 0;
  }
}
