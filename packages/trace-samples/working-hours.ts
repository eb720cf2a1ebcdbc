const hour = 3_600_000;
const day = 24 * hour;

/** How much goes on in each hour of a working day: two peaks, a lunch break, night jobs. */
const hourWeights = [
  0.12, 0.1, 0.08, 0.07, 0.07, 0.08, 0.1, 0.2, 0.55, 0.95, 1, 0.95, 0.5, 0.75, 1, 1, 0.95, 0.85,
  0.6, 0.45, 0.4, 0.35, 0.25, 0.18,
] as const;

/** Hours east of Greenwich where the people of a region mostly work; winter time throughout. */
function hoursEast(region: string): number {
  if (region.startsWith("eu-") || region.startsWith("af-")) return 0;
  if (region.startsWith("me-") || region.startsWith("tr-")) return 3;
  if (region.startsWith("la-") || region.startsWith("na-") || region.startsWith("sa-")) return -5;
  return 8;
}

/** The working hours of a region. All times are ms since 1970 (UTC). */
export class WorkingHours {
  readonly #shift: number;

  constructor(region: string) {
    this.#shift = hoursEast(region) * hour;
  }

  /** How much goes on in the hour that holds `time`, 0 to 1. */
  weight(time: number): number {
    const local = time + this.#shift;
    const weight = hourWeights[Math.floor((local % day) / hour)] ?? 0;
    return this.#isWeekend(local) ? 0.05 + weight * 0.25 : weight;
  }

  /** `time` if a person may be at work then, else 09:00 of the next working day. */
  next(time: number): number {
    let local = time + this.#shift;
    const hourOfDay = (local % day) / hour;
    if (hourOfDay >= 8 && hourOfDay < 23 && !this.#isWeekend(local)) return time;
    if (hourOfDay >= 8) local += day;
    while (this.#isWeekend(local)) local += day;
    return local - (local % day) + 9 * hour - this.#shift;
  }

  #isWeekend(local: number): boolean {
    // 1970-01-01 was a Thursday.
    const dayOfWeek = (Math.floor(local / day) + 4) % 7;
    return dayOfWeek === 0 || dayOfWeek === 6;
  }
}
