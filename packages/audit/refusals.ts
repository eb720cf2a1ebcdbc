/** So long refusals of one kind are counted before they are recorded together. */
const windowMs = 60_000;
/** Kinds that are told apart at a time: guessing from many addresses fills neither memory nor store. */
const kindsAtMost = 1_000;

/** Records so many refusals of a kind as one event. */
type RecordTimes = (times: number) => Promise<void>;

interface Counted {
  /** ms since 1970. */
  readonly until: number;
  times: number;
  record: RecordTimes;
}

/**
 * Records refusals: the first of a kind at once, those of the minute behind it as one, with their
 * number. Who guesses a thousand times a second must not push other traces out of sight.
 */
export class Refusals {
  readonly #clock: () => number;
  readonly #counted = new Map<string, Counted>();

  /** @param clock the present moment in ms since 1970. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @param kind what is counted together: from where, who, what, in which projects. */
  async note(kind: string, record: RecordTimes): Promise<void> {
    await this.flush();
    const isRoom = this.#counted.has(kind) || this.#counted.size < kindsAtMost;
    const key = isRoom ? kind : "others";
    const known = this.#counted.get(key);
    if (known !== undefined) {
      known.times += 1;
      known.record = record;
      return;
    }
    this.#counted.set(key, { until: this.#clock() + windowMs, times: 0, record });
    await record(1);
  }

  /** Records what was counted in the minutes that have ended; `isLast`: in all of them. */
  async flush(isLast = false): Promise<void> {
    const now = this.#clock();
    for (const [key, { until, times, record }] of this.#counted) {
      if (until > now && !isLast) continue;
      this.#counted.delete(key);
      if (times > 0) await record(times);
    }
  }
}
