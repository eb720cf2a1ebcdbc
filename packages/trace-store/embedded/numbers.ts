import type { Numbered } from "./log.ts";
import { kindFields, type KindKey } from "./trace-fields.ts";

/** The values of one kind field, numbered, and which one each kind has. */
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
  readonly fields: readonly FieldValues[] = kindFields.map(() => ({
    texts: [null],
    nos: new Map(),
    ofKind: [0],
  }));
  /** The trace kind of each kind. */
  readonly traceKinds: string[] = [""];

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
    this.traceKinds[no] = key[0] ?? "";
    this.fields.forEach((field, index) => {
      const text = key[index + 1] ?? null;
      let value = text === null ? 0 : field.nos.get(text);
      if (value === undefined) {
        value = field.texts.push(text) - 1;
        if (text !== null) field.nos.set(text, value);
      }
      field.ofKind[no] = value;
    });
  }

  /** Forgets all: numbers given inside a transaction that was rolled back do not exist. */
  clear(): void {
    for (const list of [this.kinds, this.names, this.projects, this.traceKinds]) list.length = 1;
    for (const map of [this.#kindNos, this.#nameNos, this.#projectNos]) map.clear();
    for (const { texts, nos, ofKind } of this.fields) {
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
