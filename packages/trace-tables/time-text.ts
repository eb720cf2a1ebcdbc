const dayMs = 86_400_000;
const minuteMs = 60_000;
/** The last moment that a date can name, ms since 1970, and as long before 1970 the first. */
const lastTime = 8.64e15;

const numerals = (width: number) =>
  Array.from({ length: 10 ** width }, (_, number) => String(number).padStart(width, "0"));
const [twoDigits, threeDigits] = [numerals(2), numerals(3)];

/** What was worked out for the keys met last: traces that follow each other are of one time. */
class Recent<Value> {
  readonly #values = new Map<number, Value>();
  readonly #make: (key: number) => Value;

  constructor(make: (key: number) => Value) {
    this.#make = make;
  }

  get(key: number): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= 100) this.#values.clear();
    const made = this.#make(key);
    this.#values.set(key, made);
    return made;
  }
}

/** The clock of a zone in one minute. */
interface Offset {
  /** How far it is ahead of UTC, ms. */
  readonly ms: number;
  /** As it stands behind a time: `Z`, `+08:00`. */
  readonly text: string;
}

const utc: Offset = { ms: 0, text: "Z" };

function offsetAt(time: number, zone: string): Offset {
  const { offset, offsetNanoseconds } =
    Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
  return { ms: Math.trunc(offsetNanoseconds / 1e6), text: offset };
}

/**
 * Writes times (ms since 1970) in ISO 8601 with the offset of a zone, so that none can be misread:
 * `2026-03-11T20:00:00.000+08:00`, in UTC `2026-03-11T12:00:00.000Z` as `toISOString` does, at a
 * fifth of its cost. NaN and what no date can name is undefined.
 *
 * @param zone `UTC`, or a name of IANA.
 */
export function createTimeText(zone: string): (time: number) => string | undefined {
  const dates = new Recent((day) => new Date(day * dayMs).toISOString().split("T", 1)[0] ?? "");
  // No zone has changed its clock within a minute since 1972; before, seconds may be off.
  const offsets = new Recent((minute) => offsetAt(Math.max(minute * minuteMs, -lastTime), zone));
  return (time) => {
    if (!(Math.abs(time) <= lastTime)) return undefined;
    let offset = zone === "UTC" ? utc : offsets.get(Math.floor(time / minuteMs));
    // Where the zone is ahead, the last of all days is no date any more: it is written in UTC.
    if (Math.abs(time + offset.ms) > lastTime) offset = utc;
    const local = time + offset.ms;
    const day = Math.floor(local / dayMs);
    const ms = local - day * dayMs;
    const hour = twoDigits[Math.floor(ms / 3_600_000)];
    const minute = twoDigits[Math.floor(ms / minuteMs) % 60];
    const second = twoDigits[Math.floor(ms / 1000) % 60];
    return `${dates.get(day)}T${hour}:${minute}:${second}.${threeDigits[ms % 1000]}${offset.text}`;
  };
}
