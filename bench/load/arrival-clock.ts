import type { Random } from "@trace-console/trace-samples/random";

const hour = 3_600_000;
const day = 24 * hour;
const lateShare = 0.02;

/** How busy an hour of the day is, in UTC, for people who work in China and Europe. */
const hourWeights = [5, 8, 10, 10, 7, 8, 10, 11, 11, 10, 7, 6, 6, 5, 5, 4, 3, 2, 2, 1, 1, 1, 2, 3];

/** When traces happen, in the order in which they arrive. */
export class ArrivalClock {
  readonly #begin: number;
  /** How many traces have come by the end of each hour. */
  readonly #plan: number[];
  #hour = 0;

  constructor(count: number, end: number) {
    this.#begin = end - 7 * day;
    const weights = Array.from({ length: 7 * 24 }, (_, index) => {
      const time = new Date(this.#begin + index * hour);
      const isWeekend = time.getUTCDay() % 6 === 0;
      return (hourWeights[time.getUTCHours()] ?? 1) * (isWeekend ? 0.4 : 1);
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    this.#plan = weights.map((weight) => {
      sum += weight;
      return Math.round((count * sum) / total);
    });
  }

  /** The time of trace number `index`, ms since 1970. Ask for each once, in order. */
  next(random: Random, index: number): number {
    while (index >= (this.#plan[this.#hour] ?? Number.POSITIVE_INFINITY)) this.#hour += 1;
    const before = this.#plan[this.#hour - 1] ?? 0;
    const share = (index - before) / ((this.#plan[this.#hour] ?? index) - before);
    const arrival = this.#begin + Math.floor((this.#hour + share) * hour);
    const time = random.chance(lateShare) ? arrival - random.int(2 * day) : arrival;
    return Math.max(this.#begin, time) + 1;
  }
}
