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
  const bytes = hash("sha256", text.isWellFormed() ? text : JSON.stringify(text), "buffer");
  const [high, low] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  return { high, low: high === 0 && low === 0 ? 1 : low };
}
