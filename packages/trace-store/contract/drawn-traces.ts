import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import type { TraceRecord } from "../trace-store.ts";
import { day, hour, noon } from "./open-store.ts";

/** Small sets of values, so that filters meet often; with texts that trip careless code. */
const texts = ["a", "b", "A", "'; --", "\u0000", "\ud800", "训练", "__proto__", ""];
const text = fc.option(fc.constantFrom(...texts), { nil: undefined });
/** Few moments, so that many traces share a millisecond; days and their edges among them. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((ms) => noon - hour + ms),
  fc.integer({ min: 0, max: 3 }).map((days) => Date.UTC(2026, 2, 11) - days * day - 1),
  fc.integer({ min: 0, max: 7 * day }).map((ms) => noon - ms),
);
/** Addresses, one of which begins like another, and a text that JSON spells otherwise. */
const addresses = ["10.0.0.1", "10.0.0.10", "fe80::1", 'x"\\\u0001Σ', ""];
const address = fc.constantFrom(...addresses);
/** Traces without their ids: few values and moments, so that many are alike. */
export const drawnTrace = fc.record({
  // Further down there may be a field of that name, or a text that looks like it.
  extra: fc.option(
    fc.oneof(
      fc.record({ source_ip: address }),
      fc.constant([[{ source_ip: "10.0.0.1" }], '"source_ip":"10.0.0.1"', "{"]),
    ),
    { nil: undefined, freq: 1 },
  ),
  source_ip: fc.option(address, { nil: undefined }),
  time: moment,
  trace_name: fc.constantFrom("CreateJobV2", "StopJobV2", "训练"),
  trace_type: fc.constantFrom("ApiCall", "SystemAction", "ObsSDK", "obsapi"),
  trace_rating: fc.constantFrom("normal", "warning", "incident", "odd", undefined),
  service_type: text,
  resource_type: text,
  resource_id: text,
  resource_name: text,
  enterprise_project_id: text,
  tracker_name: text,
  user: fc.option(fc.record({ name: text, access_key_id: text }), { nil: undefined }),
  request: fc.option(
    fc.constantFrom('{"name":"ResNet-训练\\n1"}', "x\ny \u0001f \\u0001", "deadBEEF0123456789"),
    { nil: undefined },
  ),
  message: fc.option(fc.constantFrom("ÄÖ request", "50%_", "\\"), { nil: undefined }),
});
/** Texts to search for: parts of values and of keys, of escapes, with and without a match. */
const needles = ["RESNET", "训练", "ny", "u0001", "1f", "\\", '"', '"name":', "request", "äö"];
const searched = fc.constantFrom(...needles, "a", "jobv2", "eef0123456", "normal", "absent text");
const wanted = fc.option(
  fc.uniqueArray(fc.constantFrom(...texts.slice(0, -1), "absent"), { minLength: 1, maxLength: 3 }),
  { nil: undefined, freq: 2 },
);
const unwanted = fc.option(
  fc.uniqueArray(fc.constantFrom(...texts.slice(0, -1), "absent"), { maxLength: 2 }),
  { nil: undefined, freq: 1 },
);
const wantedAddresses = fc.uniqueArray(
  fc.constantFrom(...addresses.slice(0, -1), "10.0.0", "FE80::1"),
  { minLength: 1, maxLength: 3 },
);
/** Widths of a histogram, ms. */
export const drawnWidth = fc.constantFrom(7 * 60_000, hour, 5 * hour, day);
/** Queries for such traces. */
export const drawnQuery: fc.Arbitrary<TraceQuery> = fc.record({
  trace_type: fc.constantFrom("system", "data"),
  from: moment,
  to: moment,
  service_type: wanted,
  resource_type: wanted,
  trace_name: fc.option(fc.uniqueArray(fc.constantFrom("StopJobV2", "训练"), { minLength: 1 }), {
    nil: undefined,
  }),
  resource_id: wanted,
  resource_name: wanted,
  user: wanted,
  trace_rating: fc.option(
    fc.uniqueArray(fc.constantFrom("normal", "warning", "incident"), { minLength: 1 }),
    { nil: undefined },
  ),
  access_key_id: wanted,
  enterprise_project_id: wanted,
  tracker_name: wanted,
  not_service_type: unwanted,
  not_resource_id: unwanted,
  not_resource_name: unwanted,
  not_user: unwanted,
  not_access_key_id: unwanted,
  not_tracker_name: unwanted,
  not_trace_name: fc.option(fc.constant(["StopJobV2"]), { nil: undefined, freq: 2 }),
  not_trace_rating: fc.option(fc.uniqueArray(fc.constantFrom("normal", "incident")), {
    nil: undefined,
    freq: 2,
  }),
  text: fc.option(searched, { nil: undefined, freq: 2 }),
  source_ip: fc.option(wantedAddresses, { nil: undefined, freq: 1 }),
  not_source_ip: fc.option(wantedAddresses, { nil: undefined, freq: 1 }),
});

/** Gives drawn traces ids. */
export function buildTraces(drawn: readonly Omit<Trace, "trace_id">[]): Trace[] {
  // Ids whose order by bytes differs from their order by UTF-16 unit are among them.
  const prefixes = ["\u{1F600}", "\uFF01", "z", "A"];
  return drawn.map((fields, index) => {
    const trace_id = `${prefixes[index % 4]}${(index * 7919) % 1000}`;
    return traceSchema.parse(JSON.parse(JSON.stringify({ ...fields, trace_id })));
  });
}

/** A record of exactly this trace, whose absent fields stay absent. */
export function recordOf(one: Trace): TraceRecord {
  return { trace: one, wire: JSON.stringify(one), original: undefined };
}
