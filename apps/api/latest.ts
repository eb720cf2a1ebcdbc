/** Hands on values as they come; of those that nobody took in time, the latest only. */
export class Latest<Value> {
  #values: Value[] = [];
  #isEnded = false;
  #wake = () => {};

  put(value: Value): void {
    this.#values = [value];
    this.#wake();
  }

  /** No more values come. */
  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  /** The values from now on, until the end. */
  async *read(): AsyncGenerator<Value> {
    for (;;) {
      const values = this.#values;
      this.#values = [];
      yield* values;
      if (this.#values.length > 0) continue;
      if (this.#isEnded) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
