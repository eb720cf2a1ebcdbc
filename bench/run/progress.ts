const everyMs = 5_000;

/** A number as people read it: 1,234.5. */
export function readable(value: number, digits = 0): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/** Says how long work goes on: at its beginning, every five seconds, and at its end. */
export class Progress {
  readonly #title: string;
  readonly #start = performance.now();
  #said = performance.now();

  constructor(title: string) {
    this.#title = title;
    console.log(`${title} …`);
  }

  /** Tells a state, unless one was told a moment ago. */
  note(state: () => string): void {
    if (performance.now() - this.#said < everyMs) return;
    this.#said = performance.now();
    console.log(`${this.#title}: ${state()}`);
  }

  done(outcome: string): void {
    const seconds = (performance.now() - this.#start) / 1000;
    console.log(`${this.#title}: ${outcome} (${readable(seconds, 1)} s)`);
  }
}
