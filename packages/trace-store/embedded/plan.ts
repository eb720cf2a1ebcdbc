import {
  excludedField,
  type FilterField,
  filterFields,
  type TraceFilter,
} from "@trace-console/contracts/trace-filter";
import { hashText, type TextHash } from "./hash.ts";
import type { Numbers } from "./numbers.ts";
import { hashedFields, type HashedField, kindFields } from "./trace-fields.ts";

/** A bit per filter field: set where a trace fails the filters on that field. */
export function bitOf(field: FilterField): number {
  return 1 << filterFields.indexOf(field);
}

/** Fails whatever filter is left out: it is of the other trace kind. */
export const never = 1 << 15;

/** The filters on kinds and operators in numbers, the same for all segments. */
export interface NumberPlan {
  /** For each kind: the bits of the filters it fails. */
  readonly kindFails: Uint16Array;
  /** Whether a kind can fail a filter that it tells. */
  readonly hasKinds: boolean;
  /** For each kind 1 when it fails none. */
  readonly passes: Uint8Array;
  /** The kinds that fail none, ascending, where they are few. */
  readonly fewKinds: Uint32Array | undefined;
  /** For each operator 1 when it fails; undefined when none does. */
  readonly operatorFails: Uint8Array | undefined;
  /** The operators asked for, or (`isExcluded`) all but these; undefined when any may be. */
  readonly operators: OperatorFilter | undefined;
}

/** The filters on hashed fields. */
export interface HashPlan {
  readonly included: readonly HashFilter[];
  readonly excluded: readonly HashFilter[];
}

/** A whole filter, but for what only bodies tell. */
export interface Plan extends NumberPlan, HashPlan {}

export interface OperatorFilter {
  readonly nos: ReadonlySet<number>;
  readonly isExcluded: boolean;
}

export interface HashFilter {
  readonly field: HashedField;
  readonly hashes: readonly TextHash[];
}

/** Kinds that are few. */
const fewAtMost = 2_048;
/** Where they are gathered, used again for each plan. */
const fewRoom = new Uint32Array(fewAtMost + 1);

/** Memory for a {@link NumberPlan}: a number for each kind and operator of the store. */
export interface PlanRoom {
  readonly kindFails: Uint16Array;
  readonly passes: Uint8Array;
  readonly operatorFails: Uint8Array;
}

/** Room for a while: there will be more kinds and operators. */
export function makePlanRoom({ kindCount, names }: Numbers): PlanRoom {
  return {
    kindFails: new Uint16Array(kindCount * 2),
    passes: new Uint8Array(kindCount * 2),
    operatorFails: new Uint8Array(names.length * 2),
  };
}

/** Whether a plan has its place in a room. */
export function fitsRoom({ kindCount, names }: Numbers, room: PlanRoom): boolean {
  return room.passes.length >= kindCount && room.operatorFails.length >= names.length;
}

/** Translates the filters on hashed fields. */
export function planHashes(filter: TraceFilter): HashPlan {
  const hashFilters = (valuesOf: (field: HashedField) => readonly string[] | undefined) =>
    hashedFields.flatMap((field) => {
      const values = valuesOf(field);
      return values === undefined ? [] : [{ field, hashes: values.map(hashText) }];
    });
  return {
    included: hashFilters((field) => filter[field]),
    excluded: hashFilters((field) => filter[excludedField(field)]),
  };
}

/** Translates the filters on kinds and operators. @param room is the plan's as long as it is used. */
export function planNumbers(numbers: Numbers, filter: TraceFilter, room: PlanRoom): NumberPlan {
  const kindFails = planKinds(numbers, filter, room.kindFails.subarray(0, numbers.kindCount));
  const passes = room.passes.subarray(0, kindFails.length).fill(0);
  const operators = planOperators(numbers, filter);
  let passing = 0;
  for (let kind = 1; kind < kindFails.length; kind += 1) {
    if (kindFails[kind] !== 0) continue;
    passes[kind] = 1;
    if (passing <= fewAtMost) fewRoom[passing] = kind;
    passing += 1;
  }
  return {
    kindFails,
    hasKinds: kindFields.some(
      (field) => filter[field] !== undefined || filter[excludedField(field)] !== undefined,
    ),
    passes,
    fewKinds: passing <= fewAtMost ? fewRoom.slice(0, passing) : undefined,
    operators,
    operatorFails: operators && failOperators(numbers, operators, room.operatorFails),
  };
}

function planKinds(numbers: Numbers, filter: TraceFilter, fails: Uint16Array): Uint16Array {
  const { nos, ofKind: traceKindOf } = numbers.traceKinds;
  const traceKind = nos.get(filter.trace_type);
  for (let kind = 0; kind < fails.length; kind += 1) {
    fails[kind] = traceKindOf[kind] === traceKind ? 0 : never;
  }
  kindFields.forEach((field, index) => {
    const wanted: readonly string[] | undefined = filter[field];
    const unwanted: readonly string[] | undefined = filter[excludedField(field)];
    const values = numbers.fields[index];
    if ((wanted === undefined && unwanted === undefined) || values === undefined) return;
    const failing = new Uint8Array(values.texts.length).fill(wanted === undefined ? 0 : 1);
    for (const text of wanted ?? []) failing[values.nos.get(text) ?? 0] = 0;
    for (const text of unwanted ?? []) failing[values.nos.get(text) ?? 0] = 1;
    // Number 0 is no value, which those texts that nobody knows have just overwritten.
    failing[0] = wanted === undefined ? 0 : 1;
    const bit = bitOf(field);
    const { ofKind } = values;
    for (let kind = 1; kind < fails.length; kind += 1) {
      if (failing[ofKind[kind] ?? 0] === 1) fails[kind] = (fails[kind] ?? 0) | bit;
    }
  });
  return fails;
}

function planOperators(numbers: Numbers, filter: TraceFilter): OperatorFilter | undefined {
  const nosOf = (names: readonly string[]) =>
    new Set(names.map((name) => numbers.findName(name)).filter((no) => no !== undefined));
  const unwanted = nosOf(filter.not_user ?? []);
  if (filter.user !== undefined) {
    return { nos: nosOf(filter.user).difference(unwanted), isExcluded: false };
  }
  return unwanted.size === 0 ? undefined : { nos: unwanted, isExcluded: true };
}

function failOperators(
  { names }: Numbers,
  { nos, isExcluded }: OperatorFilter,
  room: Uint8Array,
): Uint8Array {
  const fails = room.subarray(0, names.length).fill(isExcluded ? 0 : 1);
  for (const no of nos) fails[no] = isExcluded ? 1 : 0;
  return fails;
}
