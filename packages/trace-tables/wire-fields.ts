const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [braceOpen, braceClose, bracketOpen, bracketClose] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Members of an object whose order is remembered. */
const placesAtMost = 64;

/** A field that is looked for: `user.name` stands in the object `user`. */
interface Known {
  readonly name: Uint8Array;
  readonly field: number;
  readonly inner: Names | undefined;
}

/** The fields of one object. */
interface Names {
  readonly byHash: ReadonlyMap<number, Known>;
  /** Those of the last object that was read, in its order: the next one mostly has the same. */
  readonly lastOrder: (Known | undefined)[];
}

/**
 * Finds the values of some fields in the JSON text of an object without making values of it. The
 * text must be as `JSON.stringify` writes it: without spaces.
 */
export class WireFields {
  /** Where the value of each field begins, in the order of the names; -1 where it is absent. */
  readonly starts: Int32Array;
  /** Where it ends. */
  readonly ends: Int32Array;
  readonly #names: Names;

  /** @param names of the fields; `a.b` is the field `b` of the object `a`. */
  constructor(names: readonly string[]) {
    this.starts = new Int32Array(names.length);
    this.ends = new Int32Array(names.length);
    this.#names = namesOf(names.map((name, field) => [name, field] as const));
  }

  /**
   * Reads one object.
   * @returns whether it is one, and ends at `end`.
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.starts.fill(-1);
    return bytes[start] === braceOpen && this.#readObject(bytes, start, end, this.#names) === end;
  }

  /** @returns where the object ends, or -1. */
  #readObject(bytes: Uint8Array, start: number, end: number, names: Names): number {
    const { byHash, lastOrder } = names;
    let at = start + 1;
    if (bytes[at] === braceClose) return at + 1;
    for (let place = 0; at < end && bytes[at] === quote; place += 1) {
      const nameStart = at + 1;
      let known = lastOrder[place];
      const guessed = nameStart + (known?.name.length ?? 0);
      if (known !== undefined && bytes[guessed] === quote && isName(bytes, nameStart, known.name)) {
        at = guessed;
      } else {
        let hash = 0;
        for (at = nameStart; at < end && bytes[at] !== quote; at += 1) {
          if (bytes[at] === backslash) at += 1;
          hash = addToHash(hash, bytes[at] ?? 0);
        }
        known = byHash.get(hash);
        const isKnown = known?.name.length === at - nameStart;
        if (known !== undefined && !(isKnown && isName(bytes, nameStart, known.name))) {
          known = undefined;
        }
        if (place < placesAtMost) lastOrder[place] = known;
      }
      if (bytes[at + 1] !== colon) return -1;
      at += 2;
      const valueStart = at;
      if (known?.inner !== undefined && bytes[at] === braceOpen) {
        at = this.#readObject(bytes, at, end, known.inner);
      } else {
        at = endOfValue(bytes, at, end);
        if (known !== undefined && known.inner === undefined) {
          this.starts[known.field] = valueStart;
          this.ends[known.field] = at;
        }
      }
      if (bytes[at] === braceClose) return at + 1;
      if (bytes[at] !== comma) return -1;
      at += 1;
    }
    return -1;
  }
}

function namesOf(fields: readonly (readonly [string, number])[]): Names {
  const byHash = new Map<number, Known>();
  const groups = Map.groupBy(fields, ([path]) => path.split(".", 1)[0] ?? "");
  for (const [text, group] of groups) {
    const name = new TextEncoder().encode(text);
    const inner = group.flatMap(([path, field]) =>
      path === text ? [] : [[path.slice(text.length + 1), field] as const],
    );
    const hash = name.reduce(addToHash, 0);
    if (byHash.has(hash)) throw new Error(`${text} has the hash of another field`);
    byHash.set(hash, {
      name,
      field: group[0]?.[1] ?? -1,
      inner: inner.length === 0 ? undefined : namesOf(inner),
    });
  }
  return { byHash, lastOrder: [] };
}

function addToHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function isName(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[start + at] !== name[at]) return false;
  return true;
}

/** @returns where the value that begins at `start` ends, at most `end`. */
function endOfValue(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start];
  if (first === quote) return endOfString(bytes, start, end);
  let at = start;
  let depth = 0;
  while (at < end) {
    const byte = bytes[at];
    if (byte === quote) {
      at = endOfString(bytes, at, end);
      continue;
    }
    if (byte === braceOpen || byte === bracketOpen) depth += 1;
    else if (depth === 0 && (byte === comma || byte === braceClose)) return at;
    else if (byte === braceClose || byte === bracketClose) depth -= 1;
    at += 1;
  }
  return end;
}

function endOfString(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at + 1;
}
