import type { WriterPort } from "./ports.ts";
import { keyOf, type SegmentEntry } from "./segment.ts";

/** What is in memory of segments that the writer has made, until they are seen in the log. */
export class MadeHeads {
  readonly #heads = new Map<string, SharedArrayBuffer>();

  /**
   * Hands out what is in memory of a segment, once; undefined when the writer has not made it.
   * @param writer asked for what it has made since; undefined before there is one.
   */
  take(entry: SegmentEntry, writer: WriterPort | undefined): SharedArrayBuffer | undefined {
    for (const made of writer?.takeMade() ?? []) this.#heads.set(keyOf(made.entry), made.head);
    const head = this.#heads.get(keyOf(entry));
    this.#heads.delete(keyOf(entry));
    return head;
  }

  /** Forgets those that have no file: what was read before the writer could tell is known already. */
  forgetBatches(): void {
    for (const key of this.#heads.keys()) if (!key.endsWith(".seg")) this.#heads.delete(key);
  }
}
