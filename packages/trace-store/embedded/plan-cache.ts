import {
  excludedField,
  type FilterField,
  filterFields,
  type TraceQuery,
} from "@trace-console/contracts/trace-filter";
import type { Numbers } from "./numbers.ts";
import {
  fitsRoom,
  makePlanRoom,
  type NumberPlan,
  type Plan,
  planHashes,
  planNumbers,
  type PlanRoom,
} from "./plan.ts";
import { bodyFields, hashedFields } from "./trace-fields.ts";

/** Each has a few numbers a kind: some hundred kilobytes in a large store. */
const plansAtMost = 32;

/** What is kept of plans: filters on hashed fields are different each time, and soon planned. */
interface KeptPlan {
  readonly numbers: NumberPlan;
  readonly room: PlanRoom;
  /** The queries that go by it now. */
  users: number;
  isCached: boolean;
}

/** A plan to go by for a while. */
interface LentPlan {
  readonly plan: Plan;
  readonly kept: KeptPlan;
}

/**
 * The plans of the last filters: pages and counts of one filter come in rows. Their memory is used
 * again by other plans: some hundred kilobytes for each query would bring the garbage collector
 * every few dozen queries.
 */
export class PlanCache {
  readonly #numbers: Numbers;
  readonly #plans = new Map<string, KeptPlan>();
  readonly #free: PlanRoom[] = [];
  #kinds = 0;
  #names = 0;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** Lends the plan of a query's filters, whatever its range, page and bodies; {@link give} it back. */
  take(query: TraceQuery): LentPlan {
    const { kindCount, names } = this.#numbers;
    if (kindCount !== this.#kinds || names.length !== this.#names) {
      for (const key of this.#plans.keys()) this.#drop(key);
    }
    this.#kinds = kindCount;
    this.#names = names.length;
    const key = keyOf(query);
    const kept = this.#plans.get(key) ?? this.#make(query);
    kept.users += 1;
    this.#plans.delete(key);
    this.#plans.set(key, kept);
    const [longestUnused] = this.#plans.keys();
    if (this.#plans.size > plansAtMost && longestUnused !== undefined) this.#drop(longestUnused);
    return { plan: { ...kept.numbers, ...planHashes(query) }, kept };
  }

  give({ kept }: LentPlan): void {
    kept.users -= 1;
    this.#reuse(kept);
  }

  #make(query: TraceQuery): KeptPlan {
    const known = this.#free.pop();
    const room =
      known !== undefined && fitsRoom(this.#numbers, known) ? known : makePlanRoom(this.#numbers);
    return { numbers: planNumbers(this.#numbers, query, room), room, users: 0, isCached: true };
  }

  #drop(key: string): void {
    const kept = this.#plans.get(key);
    this.#plans.delete(key);
    if (kept === undefined) return;
    kept.isCached = false;
    this.#reuse(kept);
  }

  /** Nobody must go by a plan whose memory another one takes. */
  #reuse({ room, users, isCached }: KeptPlan): void {
    if (users === 0 && !isCached) this.#free.push(room);
  }
}

const otherFields: readonly FilterField[] = [...hashedFields, ...bodyFields];
const keptFields = filterFields.flatMap((field) =>
  otherFields.includes(field) ? [] : [field, excludedField(field)],
);

/** The filters on kinds and operators as one text. */
function keyOf(query: TraceQuery): string {
  const filters: unknown[] = [query.trace_type];
  for (const field of keptFields) {
    const values = query[field];
    if (values !== undefined) filters.push(field, values);
  }
  return JSON.stringify(filters);
}
