import type { PathPart } from "./hit-path.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** A way of more steps tells nobody anything. */
const deepest = 64;

/** A string value in JSON text. */
export interface JsonString {
  /** What it says, its escapes resolved. */
  readonly text: string;
  /** The keys and places that lead to it. */
  readonly path: readonly PathPart[];
  /** Where its closing quote stands in the JSON text. */
  readonly end: number;
}

/** An object or array that is not closed yet. */
interface Level {
  readonly isArray: boolean;
  /** In an array: which value comes now, from 0. */
  place: number;
  /** In an object: the key as it is written, with its quotes; empty where one comes next. */
  key: string;
}

/** Finds the string values around places in JSON text, which is read once, from start to end. */
export class JsonStrings {
  readonly #json: string;
  readonly #levels: Level[] = [];
  #at = 0;
  /** The quotes of the string value that was read last. */
  #open = -1;
  #close = -1;

  /** @param json valid JSON text */
  constructor(json: string) {
    this.#json = json;
  }

  /**
   * The string value within which a piece of the text stands; none when the piece reaches beyond
   * its quotes, or is of a key or a number. Ask for pieces in the order in which they stand.
   */
  around(start: number, end: number): JsonString | undefined {
    while (this.#at <= start && this.#at < this.#json.length) this.#readOn();
    const isWithin = this.#open < start && end <= this.#close;
    if (!isWithin || this.#levels.length > deepest) return undefined;
    return {
      text: readString(this.#json.slice(this.#open, this.#close + 1)),
      path: this.#levels.map(({ isArray, place, key }) => (isArray ? place : readString(key))),
      end: this.#close,
    };
  }

  #readOn(): void {
    switch (this.#json.charCodeAt(this.#at)) {
      case QUOTE:
        this.#readQuoted();
        break;
      case OPEN_BRACKET:
        this.#levels.push({ isArray: true, place: 0, key: "" });
        break;
      case OPEN_BRACE:
        this.#levels.push({ isArray: false, place: 0, key: "" });
        break;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        this.#levels.pop();
        break;
      case COMMA:
        this.#readComma();
        break;
      default:
    }
    this.#at += 1;
  }

  #readQuoted(): void {
    const open = this.#at;
    this.#at = closingQuote(this.#json, open);
    const level = this.#levels.at(-1);
    if (level?.isArray === false && level.key === "") {
      level.key = this.#json.slice(open, this.#at + 1);
    } else {
      this.#open = open;
      this.#close = this.#at;
    }
  }

  #readComma(): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    level.place += 1;
    level.key = "";
  }
}

/** The strings of a text that is a JSON object or array; undefined for any other text. */
export function openJson(text: string): JsonStrings | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return new JsonStrings(text);
}

function closingQuote(json: string, open: number): number {
  let at = open + 1;
  while (at < json.length) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) return at;
    at += sign === BACKSLASH ? 2 : 1;
  }
  return at;
}

function readString(quoted: string): string {
  const value: unknown = JSON.parse(quoted);
  return typeof value === "string" ? value : "";
}
