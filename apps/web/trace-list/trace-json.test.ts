import { traceSchema } from "@trace-console/contracts/trace";
import type { Trace } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import {
  formatFieldValue,
  formatTraceForDialog,
  formatTraceForFile,
  traceFileName,
} from "./trace-json.ts";
import { formatTime } from "../ui/format-time.ts";

function inEnglish(ms: number): string {
  return formatTime(ms, "en");
}

const trace: Trace = {
  zebra: { deep: true },
  time: 1_700_000_000_000,
  record_time: 1_700_000_000_500,
  trace_id: "t-1",
  trace_name: "StopJobV2",
  request: "",
  user: { name: "li.wei" },
};

test("the dialog shows its own order, four spaces, and times as text", () => {
  expect(formatTraceForDialog(trace, inEnglish)).toBe(
    [
      "{",
      '    "request": "",',
      '    "trace_id": "t-1",',
      '    "trace_name": "StopJobV2",',
      `    "time": ${JSON.stringify(inEnglish(1_700_000_000_000))},`,
      '    "user": {',
      '        "name": "li.wei"',
      "    },",
      `    "record_time": ${JSON.stringify(inEnglish(1_700_000_000_500))},`,
      '    "zebra": {',
      '        "deep": true',
      "    }",
      "}",
    ].join("\n"),
  );
});

test("copies and downloads hold the trace as it is on the wire", () => {
  expect(JSON.parse(formatTraceForFile(trace))).toEqual(trace);
});

test("characters that hide or turn text around are escaped in the dialog and mean the same", () => {
  const hostile = { ...trace, trace_name: "a\u202Egpj.exe\u200B\u2066b\u0085" };
  const text = formatTraceForDialog(hostile, inEnglish);
  expect(text).toContain(String.raw`"a\u202egpj.exe\u200b\u2066b\u0085"`);
  expect(JSON.parse(text)).toMatchObject({ trace_name: hostile.trace_name });
});

test("a field with the name of a method is shown like any other", () => {
  const odd = traceSchema.parse({ ...trace, toString: "t", constructor: "c" });
  expect(formatTraceForFile(odd)).toContain('"toString": "t"');
  expect(formatTraceForDialog(odd, inEnglish)).toContain('"constructor": "c"');
});

test("a value in the expanded row is text: times readable, objects on one line", () => {
  const written = (field: string, value: unknown) => formatFieldValue(field, value, inEnglish);
  expect(written("time", 1_700_000_000_000)).toBe(inEnglish(1_700_000_000_000));
  expect(written("user", { domain: { id: "1" } })).toBe('{"domain":{"id":"1"}}');
  expect(written("message", '{"a": 1}')).toBe('{"a": 1}');
  expect(written("unknown", null)).toBe("null");
});

test.each([
  ["cbdd4480-2e03-11ef-82de-cf140e2a70fb", "trace-cbdd4480-2e03-11ef-82de-cf140e2a70fb.json"],
  ["../../etc/passwd", "trace-etc_passwd.json"],
  ["a\u202Eb/c\\d:e", "trace-a_b_c_d_e.json"],
  ["长", "trace-unnamed.json"],
])("the id %s makes the file name %s", (trace_id, name) => {
  expect(traceFileName({ ...trace, trace_id })).toBe(name);
});

test("a file name stays short however long the id is", () => {
  expect(traceFileName({ ...trace, trace_id: "x".repeat(5000) }).length).toBeLessThan(120);
});
