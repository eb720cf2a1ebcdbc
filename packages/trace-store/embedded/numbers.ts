import type { Numbered } from "./log.ts";
import { kindFields, type KindKey } from "./trace-fields.ts";

/** The values of one field of kinds, numbered, and which one each kind has. */
interface FieldValues {
  /** The text of each value; number 0 is no value. */
  readonly texts: (string | null)[];
  readonly nos: Map<string, number>;
  readonly ofKind: number[];
}

/** New numbers, as one thread tells another. */
export interface NewNumbers {
  readonly projects: readonly Numbered<string>[];
  readonly kinds: readonly Numbered<KindKey>[];
  readonly names: readonly Numbered<string>[];
}

/** What the numbers in the columns stand for: projects, kinds and names of operators. Number 0 is none. */
export class Numbers {
  readonly kinds: KindKey[] = [[]];
  readonly names: (string | undefined)[] = [undefined];
  readonly projects: string[] = [""];
  readonly #kindNos = new Map<string, number>();
  readonly #nameNos = new Map<string, number>();
  readonly #projectNos = new Map<string, number>();
  /** In the order of {@link kindFields}. */
  readonly fields: readonly FieldValues[] = kindFields.map(newFieldValues);
  readonly traceKinds = newFieldValues();

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
    this.kinds[no] = key;
    this.#kindNos.set(JSON.stringify(key), no);
    addValue(this.traceKinds, no, key[0] ?? null);
    this.fields.forEach((field, index) => addValue(field, no, key[index + 1] ?? null));
  }

  /** Forgets all: numbers given inside a transaction that was rolled back do not exist. */
  clear(): void {
    for (const list of [this.kinds, this.names, this.projects]) list.length = 1;
    for (const map of [this.#kindNos, this.#nameNos, this.#projectNos]) map.clear();
    for (const { texts, nos, ofKind } of [...this.fields, this.traceKinds]) {
      texts.length = 1;
      nos.clear();
      ofKind.length = 1;
    }
  }

  findKind(key: string): number | undefined {
    return this.#kindNos.get(key);
  }

  findName(name: string): number | undefined {
    return this.#nameNos.get(name);
  }

  findProject(id: string): number | undefined {
    return this.#projectNos.get(id);
  }
}

function newFieldValues(): FieldValues {
  return { texts: [null], nos: new Map(), ofKind: [0] };
}

function addValue({ texts, nos, ofKind }: FieldValues, kind: number, text: string | null): void {
  let value = text === null ? 0 : nos.get(text);
  if (value === undefined) {
    value = texts.push(text) - 1;
    if (text !== null) nos.set(text, value);
  }
  ofKind[kind] = value;
}
