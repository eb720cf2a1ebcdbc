import { hash } from "node:crypto";

/** 64 bits of a text's SHA-256, as two numbers: short in memory, and nobody finds two texts alike. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/**
 * Hashes a text. Texts that UTF-8 cannot tell apart (lone surrogates) are told apart by escaping,
 * and no text has the hash (0, 0), which stands for no value.
 */
export function hashText(text: string): TextHash {
  // As a string: a buffer for each hash costs more than the hash, and the collector's time.
  const bytes = hash("sha256", text.isWellFormed() ? text : JSON.stringify(text), "binary");
  const [high, low] = [wordAt(bytes, 0), wordAt(bytes, 4)];
  return { high, low: high === 0 && low === 0 ? 1 : low };
}

/** Four bytes, a character each, as a little-endian number. */
function wordAt(bytes: string, at: number): number {
  const byte = (index: number) => bytes.charCodeAt(at + index) << (8 * index);
  return (byte(0) | byte(1) | byte(2) | byte(3)) >>> 0;
}
