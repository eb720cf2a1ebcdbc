import type { Random } from "./random.ts";
import { buildTraceId } from "./trace-id.ts";

/** Gives traces their ids and record times. The ids of one stamp never repeat (up to 2³² of them). */
export class TraceStamp {
  readonly #salt: string;
  #given = 0;

  constructor(random: Random) {
    this.#salt = random.hex(4);
  }

  /** How many ms CTS takes to record a trace: mostly none, as in the vendor's samples. */
  delay(random: Random): number {
    return random.chance(0.7) ? 0 : random.chance(0.9) ? random.int(2000) : random.int(40_000);
  }

  /** The next id, made at `recordTime` (ms since 1970). */
  next(random: Random, recordTime: number): string {
    // An odd factor maps the 2³² counts onto 2³² different values.
    const serial = Math.imul(this.#given, 0x9e3779b1) >>> 0;
    this.#given += 1;
    const node = this.#salt + serial.toString(16).padStart(8, "0");
    return buildTraceId(recordTime, random.int(10_000), random.int(0x4000), node);
  }
}
