import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

// Text of 16 bits as hex, and of three base-36 digits: looked up, because a million traces need
// some twenty million of them.
const hex16 = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, "0"));
const alnum3 = Array.from({ length: 46_656 }, (_, value) =>
  value.toString(36).toUpperCase().padStart(3, "0"),
);

/** A 32-bit number made from a text (FNV-1a): the same text, the same number. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Seeded random values. The same seed and the same calls give the same values on every machine. */
export class Random {
  readonly #generator: { next(): number };

  constructor(seed: number) {
    // Mixed first: neighbouring seeds would start with similar values.
    this.#generator = xoroshiro128plus(hashText(`seed ${seed}`));
  }

  /** An unsigned 32-bit integer. */
  uint32(): number {
    return this.#generator.next() >>> 0;
  }

  /** An integer from 0 to `below` − 1. */
  int(below: number): number {
    return Math.floor((this.uint32() / 4_294_967_296) * below);
  }

  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.int(to - from + 1);
  }

  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.uint32() < probability * 4_294_967_296;
  }

  /** One of `values`, each as likely. Throws on an empty list. */
  pick<T>(values: readonly T[]): T {
    return at(values, this.int(values.length));
  }

  /** One of `values`, the earlier the likelier, roughly as 1/rank (Zipf). */
  pickFirst<T>(values: readonly T[]): T {
    const rank = Math.floor((values.length + 1) ** (this.uint32() / 4_294_967_296)) - 1;
    return at(values, Math.min(rank, values.length - 1));
  }

  /** `length` lower-case hex digits; `length` is a multiple of 4. */
  hex(length: number): string {
    let text = "";
    for (let digits = 0; digits < length; digits += 8) {
      const bits = this.uint32();
      text += hex16[bits >>> 16];
      if (digits + 4 < length) text += hex16[bits & 0xffff];
    }
    return text;
  }

  /** A random UUID (version 4). */
  uuid(): string {
    const third = 0x4000 | (this.uint32() & 0x0fff);
    const fourth = 0x8000 | (this.uint32() & 0x3fff);
    return `${this.hex(8)}-${this.hex(4)}-${hex16[third]}-${hex16[fourth]}-${this.hex(12)}`;
  }

  /** `length` upper-case letters and digits, as in access keys. */
  alphanumeric(length: number): string {
    let text = "";
    while (text.length < length) text += alnum3[this.int(alnum3.length)];
    return text.slice(0, length);
  }
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError("picked from an empty list");
  return value;
}
