import { benchFields, type QueryField } from "./question.ts";
import type { LoadTrace } from "../load/make-load.ts";

/** Numbers texts in the order in which they come, and counts them. */
export class Counts {
  readonly values: string[] = [];
  readonly counts: number[] = [];
  readonly #numbers = new Map<string, number>();
  /** Sums of the counts so far, made at the first draw by frequency. */
  #sums: Float64Array | undefined;

  add(value: string): number {
    const known = this.#numbers.get(value);
    const number = known ?? this.values.push(value) - 1;
    if (known === undefined) this.#numbers.set(value, number);
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    return number;
  }

  /** The number of the value that a draw hits; `draw` from 0 to below 1. */
  byFrequency(draw: number): string {
    const sums = (this.#sums ??= addUp(this.counts));
    const wanted = draw * (sums.at(-1) ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.values[low] ?? "";
  }

  /** Values and counts, most frequent first. */
  ranked(): { readonly value: string; readonly number: number; readonly count: number }[] {
    return this.values
      .map((value, number) => ({ value, number, count: this.counts[number] ?? 0 }))
      .toSorted((a, b) => b.count - a.count);
  }
}

/** A trace that was looked at more closely. */
export interface Sample {
  readonly trace_id: string;
  readonly resource_id: string;
  readonly request_id: string;
}

const sampleCount = 1_000;
const mostOperators = 6_000;
const mostNames = 1_600;

/** What a load holds, as far as questions are made from it. */
export class Census {
  readonly fields = emptyFields();
  /** The source that a trace name belongs to, by the name's number. */
  readonly sourceOfName: string[] = [];
  readonly samples: Sample[] = [];
  /** Traces per operator and name. */
  readonly #pairs = new Uint32Array(mostOperators * mostNames);

  constructor(traces: Iterable<LoadTrace>, count: number) {
    const step = Math.max(1, Math.floor(count / sampleCount));
    let index = 0;
    for (const { trace } of traces) {
      const operator = trace.user?.name;
      for (const field of benchFields) {
        if (field !== "user" && field !== "trace_name") this.fields[field].add(trace[field] ?? "");
      }
      const name = this.fields.trace_name.add(trace.trace_name);
      this.sourceOfName[name] ??= trace.service_type ?? "";
      if (operator !== undefined) {
        const number = this.fields.user.add(operator);
        const place = number * mostNames + name;
        this.#pairs[place] = (this.#pairs[place] ?? 0) + 1;
      }
      if (index % step === 0) {
        const { trace_id, resource_id = "", request_id = "" } = trace;
        this.samples.push({ trace_id, resource_id, request_id });
        this.fields.resource_id.add(resource_id);
      }
      index += 1;
    }
  }

  /** How often the operator did what the name says; both by their numbers. */
  meetings(operator: number, name: number): number {
    return this.#pairs[operator * mostNames + name] ?? 0;
  }
}

function emptyFields(): Readonly<Record<QueryField, Counts>> {
  return {
    service_type: new Counts(),
    resource_type: new Counts(),
    trace_name: new Counts(),
    user: new Counts(),
    trace_rating: new Counts(),
    enterprise_project_id: new Counts(),
    tracker_name: new Counts(),
    resource_id: new Counts(),
  };
}

function addUp(counts: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(counts, (count) => {
    sum += count;
    return sum;
  });
}
