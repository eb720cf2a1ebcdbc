import type { Numbered } from "./log.ts";
import { kindFields, type KindKey } from "./trace-fields.ts";

/** The values of one field of kinds, numbered, and which one each kind has. */
class FieldValues {
  /** The text of each value; number 0 is no value. */
  readonly texts: (string | null)[] = [null];
  readonly nos = new Map<string, number>();
  #ofKind = new Uint32Array(1_024);

  /** The value of each kind; it may be longer than there are kinds. */
  get ofKind(): Uint32Array {
    return this.#ofKind;
  }

  add(kind: number, text: string | null): void {
    let value = text === null ? 0 : this.nos.get(text);
    if (value === undefined) {
      value = this.texts.push(text) - 1;
      if (text !== null) this.nos.set(text, value);
    }
    if (kind >= this.#ofKind.length) {
      const longer = new Uint32Array(kind * 2);
      longer.set(this.#ofKind);
      this.#ofKind = longer;
    }
    this.#ofKind[kind] = value;
  }

  textOf(kind: number): string | null {
    return this.texts[this.#ofKind[kind] ?? 0] ?? null;
  }

  clear(): void {
    this.texts.length = 1;
    this.nos.clear();
    this.#ofKind.fill(0);
  }
}

/** New numbers, as one thread tells another. */
export interface NewNumbers {
  readonly projects: readonly Numbered<string>[];
  readonly kinds: readonly Numbered<KindKey>[];
  readonly names: readonly Numbered<string>[];
}

/**
 * What the numbers in the columns stand for: projects, kinds and names of operators. Number 0 is
 * none. Kinds, of which a large store has many, are kept as numbers of their values: as lists of
 * texts each of them would be one more thing that the garbage collector walks through.
 */
export class Numbers {
  /** One more than the highest number of a kind. */
  kindCount = 1;
  readonly names: (string | undefined)[] = [undefined];
  readonly projects: string[] = [""];
  /** Made when first asked for: only who stores traces asks. */
  #kindNos: Map<string, number> | undefined;
  readonly #nameNos = new Map<string, number>();
  readonly #projectNos = new Map<string, number>();
  readonly traceKinds = new FieldValues();
  /** In the order of {@link kindFields}. */
  readonly fields: readonly FieldValues[] = kindFields.map(() => new FieldValues());

  add({ projects, kinds, names }: NewNumbers): void {
    for (const { no, value } of projects) {
      this.projects[no] = value;
      this.#projectNos.set(value, no);
    }
    for (const { no, value } of names) {
      this.names[no] = value;
      this.#nameNos.set(value, no);
    }
    for (const { no, value } of kinds) this.#addKind(no, value);
  }

  #addKind(no: number, key: KindKey): void {
    this.kindCount = Math.max(this.kindCount, no + 1);
    this.traceKinds.add(no, key[0] ?? null);
    this.fields.forEach((field, index) => field.add(no, key[index + 1] ?? null));
    this.#kindNos?.set(JSON.stringify(key), no);
  }

  /** All of them, for a thread that knows none. */
  list(): NewNumbers {
    const kinds: Numbered<KindKey>[] = [];
    for (let no = 1; no < this.kindCount; no += 1) kinds.push({ no, value: this.keyOf(no) });
    const projects = [...this.#projectNos].map(([value, no]) => ({ no, value }));
    const names = [...this.#nameNos].map(([value, no]) => ({ no, value }));
    return { projects, kinds, names };
  }

  /** Forgets all: numbers given inside a transaction that was rolled back do not exist. */
  clear(): void {
    this.kindCount = 1;
    for (const list of [this.names, this.projects]) list.length = 1;
    for (const map of [this.#nameNos, this.#projectNos]) map.clear();
    this.#kindNos = undefined;
    for (const values of [this.traceKinds, ...this.fields]) values.clear();
  }

  /** What is told apart by a kind. */
  keyOf(kind: number): KindKey {
    return [this.traceKinds.textOf(kind), ...this.fields.map((field) => field.textOf(kind))];
  }

  /** @param key as JSON. */
  findKind(key: string): number | undefined {
    if (this.#kindNos === undefined) {
      this.#kindNos = new Map();
      for (let no = 1; no < this.kindCount; no += 1) {
        this.#kindNos.set(JSON.stringify(this.keyOf(no)), no);
      }
    }
    return this.#kindNos.get(key);
  }

  findName(name: string): number | undefined {
    return this.#nameNos.get(name);
  }

  findProject(id: string): number | undefined {
    return this.#projectNos.get(id);
  }
}
