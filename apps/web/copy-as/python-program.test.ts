import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pythonProgram } from "./python-program.ts";
import { pythonArguments, pythonLines, pythonLoops, pythonValue } from "./test-python.ts";
import { texts } from "./texts.ts";

const query: TraceQuery = { trace_type: "system", from: 1_700_000_000_000, to: 1_700_003_600_000 };
const target = { origin: "https://traces.example", projectId: "1111" };
const t = texts.english.python;

const write = (wanted: TraceQuery) => pythonProgram(wanted, target, t);

test("the request asks for what the console shows, at this console", () => {
  const program = write({ ...query, service_type: ["ModelArts"], user: ["李伟"] });
  expect(Object.fromEntries(pythonArguments(program))).toEqual({
    _from: "1699999999999",
    to: "1700003600000",
    trace_type: '"system"',
    service_type: '"ModelArts"',
    user: '"李伟"',
  });
  expect(program).toContain('    .with_endpoint("https://traces.example")\n');
  expect(program).toContain('    os.environ["CLOUD_SDK_SK"],\n    "1111",\n)');
  expect(pythonLoops(program).size).toBe(0);
});

test("there is a loop for each filter with several values", () => {
  const program = write({ ...query, user: ['a"b', "c, d"], trace_rating: ["warning", "incident"] });
  expect(Object.fromEntries(pythonLoops(program))).toEqual({
    user: ['a"b', "c, d"],
    trace_rating: ["warning", "incident"],
  });
  const given = pythonArguments(program);
  expect([given.get("user"), given.get("trace_rating")]).toEqual(["user", "trace_rating"]);
  expect(program).toContain("\n        for trace in list_traces(\n            _from=");
  expect(program.endsWith("\n        ):\n            print(trace)\n")).toBe(true);
});

test("whatever a value holds comes through, on its line", () => {
  const value = fc.string({ unit: "binary", minLength: 1, maxLength: 50 });
  const plain = write({ ...query, user: ["a"], text: "a", not_user: ["a"] });
  fc.assert(
    fc.property(value, value, (user, text) => {
      const program = write({ ...query, user: [user], text, not_user: [text] });
      expect(pythonValue(pythonArguments(program).get("user") ?? "")).toBe(user);
      expect(pythonLines(program)).toHaveLength(pythonLines(plain).length);
    }),
  );
});

test("a comment tells what ListTraces cannot be asked for, and only then", () => {
  const program = write({ ...query, text: "a\nb", not_user: ["li.wei"] });
  expect(program).toContain(`# ${t.left}\n# not_user="li.wei"\n# text="a\\nb"\nfor trace in`);
  expect(write(query)).not.toContain(t.left);
});
