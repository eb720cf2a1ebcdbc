/**
 * Something that is read at most once in a turn of the event loop. Requests that arrive together
 * are answered from one reading, made after all of them had arrived: whatever another process had
 * acknowledged before a request was sent, its answer knows. Ask as a request arrives, before
 * anything is waited for.
 */
export class OncePerTurn<Value> {
  readonly #read: () => Value;
  #known: { readonly value: Value } | undefined;

  /** @param read does not wait. */
  constructor(read: () => Value) {
    this.#read = read;
  }

  get(): Value {
    if (this.#known === undefined) {
      this.#known = { value: this.#read() };
      setImmediate(() => {
        this.#known = undefined;
      });
    }
    return this.#known.value;
  }
}
