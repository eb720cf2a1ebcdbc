import type { CellWriter } from "./format-rows.ts";

const [quote, backslash, apostrophe, comma] = [0x22, 0x5c, 0x27, 0x2c];
const utf8 = new TextEncoder();
/** What stands for half a surrogate pair, which UTF-8 cannot write. */
const replacement = 0xfffd;

/** The characters of escapes in JSON, by the character behind the backslash. */
const escaped = new Map(
  Object.entries({ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }).map(([name, character]) => [
    name.charCodeAt(0),
    character.charCodeAt(0),
  ]),
);
const letterU = 0x75;

/** What a spreadsheet may take for a formula (ASVS 1.2.10): single bytes, and full-width forms. */
const formulaBytes = utf8.encode("=+-@\t\r\n\0");
const fullWidthForms = ["＝", "＋", "－", "＠"].map((form) => utf8.encode(form));
/** 1 for each byte with which one of those begins. */
const startsSuspect = Uint8Array.from({ length: 256 }, (_, byte) =>
  formulaBytes.includes(byte) || fullWidthForms.some(([first]) => first === byte) ? 1 : 0,
);

/** Writes cells of CSV (RFC 4180), all quoted, into bytes. */
export class CsvCells implements CellWriter {
  /** Grows with what is written. */
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** @param capacity bytes that are expected. */
  constructor(capacity: number) {
    // Not filled with zeros: whatever is handed out has been written.
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** What was written; nothing may be written after it. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Makes room for a value of so many bytes: each may become two, and quotes, guard and comma come on top. */
  #reserve(bytes: number): void {
    const needed = this.#length + bytes * 2 + 8;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** Ends the row whose cells were written. */
  endRow(): void {
    this.#reserve(0);
    // In place of the comma behind the last cell.
    this.#bytes[this.#length - 1] = 0x0d;
    this.#bytes[this.#length] = 0x0a;
    this.#length += 1;
  }

  /** A cell of ASCII. */
  writeAscii(text: string): void {
    this.#reserve(text.length);
    this.#open();
    const textStart = this.#length;
    for (let at = 0; at < text.length; at += 1) this.#put(text.charCodeAt(at));
    this.#close(textStart);
  }

  /** A cell of UTF-8 as it is. */
  writeRaw(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#open();
    const textStart = this.#length;
    for (let at = start; at < end; at += 1) this.#put(source[at] ?? 0);
    this.#close(textStart);
  }

  /** A cell of a JSON string, `start` to `end` without its quotes. */
  writeString(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#open();
    const textStart = this.#length;
    const bytes = this.#bytes;
    let at = start;
    while (at < end) {
      let length = this.#length;
      for (let byte = source[at] ?? 0; byte !== backslash && at < end; byte = source[at] ?? 0) {
        bytes[length] = byte;
        length += 1;
        at += 1;
      }
      this.#length = length;
      if (at < end) at = this.#putEscaped(source, at + 1);
    }
    this.#close(textStart);
  }

  writeNothing(): void {
    this.#reserve(0);
    this.#open();
    this.#close(this.#length);
  }

  #open(): void {
    this.#bytes[this.#length] = quote;
    this.#length += 1;
  }

  /** Ends a cell, with an apostrophe before what a spreadsheet might run. */
  #close(textStart: number): void {
    const bytes = this.#bytes;
    if (this.#length > textStart && startsFormula(bytes, textStart)) {
      bytes.copyWithin(textStart + 1, textStart, this.#length);
      bytes[textStart] = apostrophe;
      this.#length += 1;
    }
    bytes[this.#length] = quote;
    bytes[this.#length + 1] = comma;
    this.#length += 2;
  }

  #put(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
    if (byte !== quote) return;
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** @param at the character behind the backslash. @returns where the escape ends. */
  #putEscaped(source: Uint8Array, at: number): number {
    const name = source[at] ?? 0;
    if (name !== letterU) {
      this.#put(escaped.get(name) ?? name);
      return at + 1;
    }
    const unit = hexAt(source, at + 1);
    // JSON.stringify escapes control characters, and surrogates that stand alone.
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    for (const byte of utf8.encode(String.fromCodePoint(isSurrogate ? replacement : unit))) {
      this.#put(byte);
    }
    return at + 5;
  }
}

function hexAt(source: Uint8Array, start: number): number {
  return Number.parseInt(String.fromCharCode(...source.subarray(start, start + 4)), 16);
}

function startsFormula(bytes: Uint8Array, start: number): boolean {
  return (
    startsSuspect[bytes[start] ?? 0] === 1 &&
    (formulaBytes.includes(bytes[start] ?? 0) ||
      fullWidthForms.some((form) => form.every((byte, index) => bytes[start + index] === byte)))
  );
}
