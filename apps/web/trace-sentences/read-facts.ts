import type { Trace } from "@trace-console/contracts/trace";
import { findWords } from "./find-words.ts";
import type { OperationWords } from "./operation-words.ts";

/** From where somebody acted. */
export type Place = "console" | "api" | "sdk";

/** What a sentence tells of a trace, in no language yet. */
export interface TraceFacts {
  /** Undefined: the system. */
  readonly operator: string | undefined;
  readonly place: Place | undefined;
  /** Undefined: an operation that has no words of its own. */
  readonly words: OperationWords | undefined;
  readonly traceName: string;
  readonly resourceType: string | undefined;
  /** Name of the resource, else its id. */
  readonly resource: string | undefined;
  readonly hasFailed: boolean;
  /** It failed with a serious consequence. */
  readonly isIncident: boolean;
  readonly code: string | undefined;
}

// By `trace_type` in lower case. `Others`, as OBS writes it, tells no place.
const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["consoleaction", "console"],
  ["apicall", "api"],
  ["obsapi", "api"],
  ["obssdk", "sdk"],
]);

/** The first text that says something: services also write "" and "-" for what there is not. */
function firstOf(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && !["", "-"].includes(text.trim()));
}

/** Reads out of a trace what its sentence tells. */
export function readFacts(trace: Trace): TraceFacts {
  const { trace_name, trace_rating, user } = trace;
  const origin = trace.trace_type?.toLowerCase() ?? "";
  const operator = firstOf(user?.name, user?.user_name, user?.id);
  return {
    operator,
    place: places.get(origin),
    words: findWords(trace),
    traceName: trace_name,
    resourceType: firstOf(trace.resource_type),
    resource: firstOf(trace.resource_name, trace.resource_id),
    hasFailed: trace_rating === "warning" || trace_rating === "incident",
    isIncident: trace_rating === "incident",
    code: firstOf(trace.code),
  };
}
