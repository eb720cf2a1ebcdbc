import type { Trace } from "@trace-console/contracts/trace";
import { describe, expect, test } from "vitest";
import { findPair, longestOperation, mayBePaired } from "./find-pair.ts";

const minute = 60_000;
const noon = Date.UTC(2024, 6, 3, 12);

/** A trace of stopping a job, so many minutes after noon; its id is its number. */
function traceAt(minutes: number, fields: Partial<Trace> = {}): Trace {
  return {
    trace_id: `t${minutes}`,
    trace_name: "StopJobV2",
    service_type: "ModelArts",
    resource_type: "JobV2",
    resource_id: "job-1",
    trace_type: "ConsoleAction",
    trace_rating: "normal",
    code: "202",
    request_id: `call-${minutes}`,
    time: noon + minutes * minute,
    ...fields,
  };
}

const bySystem = { trace_type: "SystemAction", code: "200" };
const refused = { trace_rating: "warning", code: "409" };

/** The pair that is found for each of some traces, which are given oldest first. */
function pairsOf(traces: readonly Trace[]) {
  return traces.map((trace) => {
    const pair = findPair(trace, traces.toReversed());
    return pair && [pair.request.trace_id, pair.result.trace_id, pair.isSure];
  });
}

const sure = ["t0", "t5", true];

describe("request and result", () => {
  test("are found from either of them", () => {
    expect(pairsOf([traceAt(0), traceAt(5, bySystem)])).toEqual([sure, sure]);
    const byApi = { trace_type: "apicall" };
    expect(pairsOf([traceAt(0, byApi), traceAt(5, bySystem)])).toEqual([sure, sure]);
  });

  test("are so also when the result is a failure", () => {
    const failed = { ...bySystem, trace_rating: "incident", code: "500" };
    expect(pairsOf([traceAt(0), traceAt(5, failed)])).toEqual([sure, sure]);
  });

  test("take turns when an operation is done twice", () => {
    const again = ["t10", "t12", true];
    const traces = [traceAt(0), traceAt(5, bySystem), traceAt(10), traceAt(12, bySystem)];
    expect(pairsOf(traces)).toEqual([sure, sure, again, again]);
  });

  test("are not parted by what was refused or only read", () => {
    const read = traceAt(2, { trace_name: "ShowJobV2", read_only: true });
    const traces = [traceAt(0), traceAt(1, refused), read, traceAt(5, bySystem)];
    expect(pairsOf(traces)).toEqual([sure, null, null, sure]);
  });

  test("are told as uncertain when the resource was changed in between", () => {
    const other = traceAt(2, { trace_name: "UpdateJobV2" });
    const unsure = ["t0", "t5", false];
    expect(pairsOf([traceAt(0), other, traceAt(5, bySystem)])).toEqual([unsure, null, unsure]);
  });

  test("are told by a request id that they alone have, whoever did them", () => {
    const call = { request_id: "call-0" };
    expect(pairsOf([traceAt(0), traceAt(2), traceAt(5, call)])).toEqual([sure, null, sure]);
    const noId = { resource_id: undefined };
    const traces = [traceAt(0, noId), traceAt(5, { ...noId, ...call })];
    expect(pairsOf(traces)).toEqual([sure, sure]);
  });
});

describe("no pair is found", () => {
  const pairsIn = (traces: readonly Trace[]) => pairsOf(traces).filter((pair) => pair !== null);

  test("when there is no counterpart", () => {
    expect(pairsIn([traceAt(0)])).toEqual([]);
    expect(pairsIn([traceAt(5, bySystem)])).toEqual([]);
    expect(pairsIn([traceAt(0), traceAt(5)])).toEqual([]);
    expect(pairsIn([traceAt(0, bySystem), traceAt(5)])).toEqual([]);
    expect(pairsIn([traceAt(0, refused), traceAt(5, bySystem)])).toEqual([]);
    expect(pairsIn([traceAt(0, { trace_type: "Others" }), traceAt(5, bySystem)])).toEqual([]);
  });

  test("between other operations, types, services and resources", () => {
    const others: readonly Partial<Trace>[] = [
      { trace_name: "DeleteJobV2" },
      { resource_type: "Job" },
      { service_type: "ECS" },
      { resource_id: "job-2" },
    ];
    for (const other of others) {
      expect(pairsIn([traceAt(0), traceAt(5, { ...bySystem, ...other })])).toEqual([]);
    }
  });

  test("of traces that name no resource", () => {
    for (const resource_id of [undefined, "", " ", "-", "null", "{}"]) {
      const traces = [traceAt(0, { resource_id }), traceAt(5, { ...bySystem, resource_id })];
      expect(pairsIn(traces)).toEqual([]);
    }
  });

  test("when there are three candidates", () => {
    expect(pairsIn([traceAt(0), traceAt(1), traceAt(5, bySystem)])).toEqual([]);
    expect(pairsIn([traceAt(0), traceAt(5, bySystem), traceAt(6, bySystem)])).toEqual([]);
    const call = { request_id: "call-0" };
    const called = [traceAt(0), traceAt(1, call), traceAt(5, { ...bySystem, ...call })];
    expect(pairsIn(called)).toEqual([]);
  });

  test("when the result comes too late", () => {
    const late = longestOperation / minute;
    expect(pairsOf([traceAt(0), traceAt(late, bySystem)])[0]).not.toBeNull();
    expect(pairsIn([traceAt(0), traceAt(late + 1, bySystem)])).toEqual([]);
  });

  test("by a request id that says nothing", () => {
    const call = { request_id: "null" };
    expect(pairsIn([traceAt(0, call), traceAt(5, call)])).toEqual([]);
  });

  test("when the trace itself is gone", () => {
    expect(findPair(traceAt(0), [traceAt(5, bySystem)])).toBeNull();
  });
});

test("looks, refusals, data and what names nothing are not asked about", () => {
  expect(mayBePaired(traceAt(0))).toBe(true);
  expect(mayBePaired(traceAt(0, { ...bySystem, ...refused }))).toBe(true);
  expect(mayBePaired(traceAt(0, { resource_id: undefined }))).toBe(true);
  expect(mayBePaired(traceAt(0, refused))).toBe(false);
  expect(mayBePaired(traceAt(0, { trace_rating: undefined, code: "404" }))).toBe(false);
  expect(mayBePaired(traceAt(0, { read_only: true }))).toBe(false);
  expect(mayBePaired(traceAt(0, { trace_type: "ObsSDK" }))).toBe(false);
  expect(mayBePaired(traceAt(0, { resource_id: "", request_id: "null" }))).toBe(false);
});
