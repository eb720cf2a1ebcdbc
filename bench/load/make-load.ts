import type { Trace } from "@trace-console/contracts/trace";
import { Random } from "@trace-console/trace-samples/random";
import { type LoadAct, makeActs } from "./acts.ts";
import { ArrivalClock } from "./arrival-clock.ts";
import { BodyFiller } from "./body-filler.ts";
import { HexSource, timeUuidText } from "./hex-text.ts";
import { loadDomain, loadProject } from "./scope.ts";

export interface LoadOptions {
  /** Same seed, same traces. */
  readonly seed: number;
  readonly count: number;
  /** ms since 1970; every trace is before it and after the seventh day before it. */
  readonly end: number;
}

/** A trace and its JSON text, which is `JSON.stringify(trace)`. */
export interface LoadTrace {
  readonly trace: Trace;
  readonly wire: string;
}

const constant = `"domain_id":"${loadDomain.id}"`;

/**
 * Makes `count` traces of one busy project, of about 1.2 kB each: 60 sources, 300 resource types,
 * 1,500 trace names, 5,000 operators and 400,000 resources, each by Zipf's law. They come in the
 * order of their arrival: `time` ascending over seven days, and one in fifty up to two days late.
 * `user` objects are shared between traces: do not change them.
 */
export function* makeLoad(options: LoadOptions): Generator<LoadTrace, void, undefined> {
  const random = new Random(options.seed);
  const clock = new ArrivalClock(options.count, options.end);
  const nextAct = makeActs(random);
  const hex = new HexSource(random);
  const filler = new BodyFiller(random, hex);
  for (let index = 0; index < options.count; index += 1) {
    const time = clock.next(random, index);
    yield buildLoadTrace(random, nextAct(time), filler, hex);
  }
}

function buildLoadTrace(
  random: Random,
  act: LoadAct,
  filler: BodyFiller,
  hex: HexSource,
): LoadTrace {
  const { operation, operator, resource, time, record_time } = act;
  const { service_type, resource_type, trace_name } = operation;
  const sequence = random.uint32();
  const trace_id = timeUuidText(record_time, sequence % 10_000, sequence >>> 18, random.uint32());
  const body = filler.fill(act);
  const request_id = hex.take(32);
  const { code } = body;
  const { enterprise_project_id, source_ip, trace_type, trace_rating } = act;
  const trace: Trace = {
    trace_id,
    trace_name,
    resource_type,
    trace_rating,
    source_ip,
    domain_id: loadDomain.id,
    trace_type,
    service_type,
    event_type: "system",
    project_id: loadProject,
    read_only: operation.isRead,
    tracker_name: "system",
    operation_id: trace_name,
    time,
    record_time,
    code,
  };
  if (operator) trace.user = operator.user;
  trace.api_version = operation.api_version;
  trace.resource_name = resource.name;
  trace.resource_id = resource.id;
  trace.request = body.request;
  trace.response = body.response;
  trace.enterprise_project_id = enterprise_project_id;
  trace.request_id = request_id;
  // Written piece by piece: JSON.stringify would take half of the time that a trace takes.
  const wire = `{"trace_id":"${trace_id}",${operation.nameJson},"trace_rating":"${trace_rating}","source_ip":"${source_ip}",${constant},"trace_type":"${trace_type}",${operation.sourceJson},"time":${time},"record_time":${record_time},"code":"${code}",${operator ? `${operator.userJson},` : ""}"api_version":"${operation.api_version}","resource_name":"${resource.name}","resource_id":"${resource.id}","request":"${body.requestJson}","response":"${body.responseJson}","enterprise_project_id":"${enterprise_project_id}","request_id":"${request_id}"}`;
  return { trace, wire: inOnePiece(wire) };
}

/**
 * The same text in one piece, as one that came from a client: V8 keeps a text that was put together
 * as a tree of its parts until somebody reads it, which would be counted as the engine's time.
 */
function inOnePiece(text: string): string {
  if (text.charCodeAt(0) !== 0x7b) throw new Error("the text of a trace is no object");
  return text;
}
