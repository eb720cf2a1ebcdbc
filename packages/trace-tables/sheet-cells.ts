import { cutText, maxCellLength } from "./cut-text.ts";
import type { CellWriter } from "./format-rows.ts";

const [backslash, underscore, letterU, letterX] = [0x5c, 0x5f, 0x75, 0x78];
const utf8 = new TextEncoder();
const bytesOf = (text: string) => utf8.encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const [rowStart, rowEnd, nothing] = [bytesOf("<row>"), bytesOf("</row>"), bytesOf("<c/>")];
/** A cell of text is never run, whatever it begins with; its outer spaces stay. */
const cellStart = bytesOf('<c t="inlineStr"><is><t xml:space="preserve">');
const cellEnd = bytesOf("</t></is></c>");
/** What one byte can become at most, and what stands around a cell and a row. */
const [growth, around] = [5, cellStart.length + cellEnd.length + rowStart.length + rowEnd.length];

/** What stands for a byte in XML; the characters that XML cannot hold, as OOXML writes them. */
const written: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, byte) => {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const name = names[String.fromCharCode(byte)];
  if (name !== undefined) return bytesOf(name);
  const isText = byte >= 0x20 || byte === 0x09 || byte === 0x0a;
  return isText ? undefined : bytesOf(escapeUnit(byte));
});
/** 1 for each byte at which copying has to look closer. */
const isSpecial = Uint8Array.from({ length: 256 }, (_, byte) =>
  written[byte] !== undefined || [backslash, underscore, 0xef].includes(byte) ? 1 : 0,
);
const unescaped = new Map(
  Object.entries({ b: 8, f: 12, n: 10, r: 13, t: 9 }).map(([name, code]) => [
    name.charCodeAt(0),
    code,
  ]),
);

/** A UTF-16 unit that XML cannot hold (ECMA-376, Part 1, 22.9.2.19, "ST_Xstring"). */
function escapeUnit(unit: number): string {
  return `_x${unit.toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** Writes rows of a sheet (ECMA-376, Part 1, 18.3.1.73), all cells as text. */
export class SheetCells implements CellWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  #isRowOpen = false;

  /** @param capacity bytes that are expected. */
  constructor(capacity: number) {
    // Not filled with zeros: whatever is handed out has been written.
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  endRow(): void {
    this.#reserve(0);
    this.#add(rowEnd);
    this.#isRowOpen = false;
  }

  writeAscii(text: string): void {
    const bytes = bytesOf(text);
    this.writeRaw(bytes, 0, bytes.length);
  }

  writeRaw(source: Uint8Array, start: number, end: number): void {
    // A text has no more UTF-16 units than bytes.
    if (end - start <= maxCellLength) return this.#writeCell(source, start, end, false);
    const bytes = bytesOf(cutText(decode(source.subarray(start, end))));
    return this.#writeCell(bytes, 0, bytes.length, false);
  }

  writeString(source: Uint8Array, start: number, end: number): void {
    if (end - start <= maxCellLength) return this.#writeCell(source, start, end, true);
    const text: unknown = JSON.parse(decode(source.subarray(start - 1, end + 1)));
    // Its control characters and single surrogates are escaped again.
    const bytes = bytesOf(JSON.stringify(cutText(String(text))));
    return this.#writeCell(bytes, 1, bytes.length - 1, true);
  }

  writeNothing(): void {
    this.#openCell(0);
    this.#add(nothing);
  }

  #reserve(bytes: number): void {
    const needed = this.#length + bytes * growth + around;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  #add(bytes: Uint8Array): void {
    const to = this.#bytes;
    const length = this.#length;
    for (let at = 0; at < bytes.length; at += 1) to[length + at] = bytes[at] ?? 0;
    this.#length = length + bytes.length;
  }

  /** Begins a row before its first cell, and makes room for a value of so many bytes. */
  #openCell(bytes: number): void {
    this.#reserve(bytes);
    if (this.#isRowOpen) return;
    this.#add(rowStart);
    this.#isRowOpen = true;
  }

  #writeCell(source: Uint8Array, start: number, end: number, isJson: boolean): void {
    this.#openCell(end - start);
    this.#add(cellStart);
    const bytes = this.#bytes;
    let at = start;
    while (at < end) {
      let length = this.#length;
      for (let byte = source[at] ?? 0; at < end && isSpecial[byte] === 0; byte = source[at] ?? 0) {
        bytes[length] = byte;
        length += 1;
        at += 1;
      }
      this.#length = length;
      if (at < end) at = this.#addSpecial(source, at, isJson);
    }
    this.#add(cellEnd);
  }

  /** @returns where what begins at a special byte ends. */
  #addSpecial(source: Uint8Array, at: number, isJson: boolean): number {
    const byte = source[at] ?? 0;
    if (byte === backslash && isJson) return this.#addEscaped(source, at + 1);
    const instead = written[byte] ?? unitInstead(source, at);
    if (instead !== undefined) {
      this.#add(instead);
      return byte === 0xef ? at + 3 : at + 1;
    }
    this.#put(byte);
    return at + 1;
  }

  #put(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** @param at the character behind the backslash. @returns where the escape ends. */
  #addEscaped(source: Uint8Array, at: number): number {
    const name = source[at] ?? 0;
    if (name !== letterU) {
      this.#addCharacter(unescaped.get(name) ?? name);
      return at + 1;
    }
    const unit = Number.parseInt(decode(source.subarray(at + 1, at + 5)), 16);
    this.#addCharacter(unit);
    return at + 5;
  }

  #addCharacter(code: number): void {
    const instead = written[code];
    if (instead !== undefined) this.#add(instead);
    else if (code < 128) this.#put(code);
    // JSON.stringify escapes control characters, and surrogates that stand alone.
    else this.#add(bytesOf(String.fromCharCode(code).toWellFormed()));
  }
}

/** What stands for text that a reader would take for an escape, and for the two that XML forbids. */
function unitInstead(source: Uint8Array, at: number): Uint8Array | undefined {
  if (source[at] === underscore) {
    if (source[at + 1] !== letterX) return undefined;
    const behind = String.fromCharCode(...source.subarray(at + 2, at + 7));
    // What follows may become an escape itself, and lend its underscore.
    return /^[\dA-Fa-f]{4}[_\\\xef]/.test(behind) ? bytesOf(escapeUnit(underscore)) : undefined;
  }
  const last = source[at + 2] ?? 0;
  const isForbidden = source[at] === 0xef && source[at + 1] === 0xbf && last >= 0xbe;
  return isForbidden ? bytesOf(escapeUnit(0xff40 | last)) : undefined;
}
