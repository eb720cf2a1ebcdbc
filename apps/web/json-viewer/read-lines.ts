import { type JsonLine, indentOf } from "./json-line.ts";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  endOfSpace,
  endOfString,
  endOfWord,
} from "./json-scan.ts";
import { jsonWithin, withoutNeedlessEscapes } from "./json-within.ts";

/** A string whose JSON would nest deeper than this stays a string: nobody could follow it. */
const deepest = 64;

type Draft = { -readonly [Field in keyof JsonLine]: JsonLine[Field] };

/** Where a value goes. */
type Place = Pick<JsonLine, "parent" | "place" | "key" | "depth">;

const outermost: Place = { parent: -1, place: 0, key: null, depth: 0 };

/** An object or array that is not closed yet. */
interface Level {
  /** The line that opens it. */
  readonly line: number;
  readonly depth: number;
  readonly isArray: boolean;
  /** Which member comes now, from 0. */
  place: number;
  /** The key of that member; null until it was read, and always in an array. */
  key: string | null;
}

/** JSON text that becomes lines. */
interface Source {
  readonly json: string;
  /** Where its outermost value goes. */
  readonly place: Place;
  /** Whether a string holds it. */
  readonly isHeld: boolean;
}

/**
 * The lines of JSON text, indented as `JSON.stringify` does it, in one pass over the text. Numbers
 * keep their digits, and members their order and number, as a parser would not do it.
 *
 * @param json valid JSON text
 * @param unfold whether a string that holds a JSON object or array becomes the lines of that
 */
export function readLines(json: string, unfold: boolean): readonly JsonLine[] {
  const lines: Draft[] = [];
  new LineReader(lines, unfold, { json, place: outermost, isHeld: false }).read(Infinity);
  return lines;
}

class LineReader {
  readonly #lines: Draft[];
  readonly #unfold: boolean;
  readonly #source: Source;
  readonly #levels: Level[] = [];
  #at = 0;

  constructor(lines: Draft[], unfold: boolean, source: Source) {
    this.#lines = lines;
    this.#unfold = unfold;
    this.#source = source;
  }

  /** Reads to the end. Answers whether nothing nests deeper than allowed; else it stops there. */
  read(mostDepth: number): boolean {
    while (this.#at < this.#source.json.length) {
      this.#readOn();
      if ((this.#levels.at(-1)?.depth ?? 0) > mostDepth) return false;
    }
    return true;
  }

  #readOn(): void {
    const { json } = this.#source;
    switch (json.charCodeAt(this.#at)) {
      case QUOTE:
        this.#readString();
        break;
      case OPEN_BRACE:
        this.#open(false);
        break;
      case OPEN_BRACKET:
        this.#open(true);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#close();
        break;
      case COMMA:
        this.#endMember();
        break;
      case COLON:
        this.#at += 1;
        break;
      default: {
        const end = endOfWord(json, this.#at);
        // White space is no word.
        if (end === this.#at) this.#at = endOfSpace(json, end);
        else this.#add("value", this.#take(end));
      }
    }
  }

  #take(end: number): string {
    const text = this.#source.json.slice(this.#at, end);
    this.#at = end;
    return text;
  }

  #readString(): void {
    const taken = this.#take(endOfString(this.#source.json, this.#at));
    const text = this.#source.isHeld ? withoutNeedlessEscapes(taken) : taken;
    const level = this.#levels.at(-1);
    if (level?.isArray === false && level.key === null) level.key = text;
    else if (!this.#unfoldString(text)) this.#add("value", text);
  }

  /** Adds the lines of what a string holds; answers whether it did. */
  #unfoldString(text: string): boolean {
    const json = this.#unfold ? jsonWithin(text) : undefined;
    if (json === undefined) return false;
    const { length } = this.#lines;
    const source = { json, place: this.#nextPlace(), isHeld: true };
    const isDone = new LineReader(this.#lines, true, source).read(deepest);
    if (!isDone) this.#lines.length = length;
    return isDone;
  }

  #nextPlace(): Place {
    const level = this.#levels.at(-1);
    if (level === undefined) return this.#source.place;
    const { line, place, key, depth } = level;
    return { parent: line, place, key, depth: depth + 1 };
  }

  #add(kind: "open" | "value", value: string): void {
    const { parent, place, key, depth } = this.#nextPlace();
    const lead = key === null ? indentOf(depth) : `${indentOf(depth)}${key}: `;
    const isHeld = this.#source.isHeld && this.#levels.length === 0;
    this.#lines.push({
      kind,
      depth,
      parent,
      place,
      key,
      text: `${lead}${value}`,
      valueAt: lead.length,
      end: this.#lines.length,
      size: 0,
      unfolded: isHeld ? this.#source.json : null,
    });
  }

  #open(isArray: boolean): void {
    const { json } = this.#source;
    const next = endOfSpace(json, this.#at + 1);
    const sign = json.charCodeAt(next);
    if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) {
      this.#add("value", isArray ? "[]" : "{}");
      this.#at = next + 1;
      return;
    }
    const { depth } = this.#nextPlace();
    this.#add("open", isArray ? "[" : "{");
    this.#levels.push({ line: this.#lines.length - 1, depth, isArray, place: 0, key: null });
    this.#at = next;
  }

  #close(): void {
    this.#at += 1;
    const level = this.#levels.pop();
    const opening = level === undefined ? undefined : this.#lines[level.line];
    if (level === undefined || opening === undefined) return;
    const lead = indentOf(level.depth);
    opening.end = this.#lines.length;
    opening.size = level.place + 1;
    this.#lines.push({
      ...opening,
      kind: "close",
      key: null,
      text: `${lead}${level.isArray ? "]" : "}"}`,
      valueAt: lead.length,
      size: 0,
      unfolded: null,
    });
  }

  #endMember(): void {
    this.#at += 1;
    const [level, line] = [this.#levels.at(-1), this.#lines.at(-1)];
    if (level === undefined || line === undefined) return;
    line.text += ",";
    level.place += 1;
    level.key = null;
  }
}
