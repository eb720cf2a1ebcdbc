import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultColumns, fieldColumns } from "../trace-list/trace-columns.ts";
import { idsOf, namedColumns, shownColumns, withColumns } from "./columns-url.ts";

const idsIn = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id);

test("any choice of columns written into the address is read back in its order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...fieldColumns], { minLength: 1 }), (columns) => {
      const written = withColumns(new URLSearchParams("region=r&columns=time"), columns).toString();
      const params = new URLSearchParams(written);
      expect(params.get("region")).toBe("r");
      expect(shownColumns(params.get("columns"), [])).toEqual(columns);
      expect(shownColumns(null, idsOf(columns))).toEqual(columns);
    }),
  );
});

test("the columns of CTS are mentioned neither in the address nor in what is remembered", () => {
  const params = new URLSearchParams("from=1&columns=time&to=2");
  expect(withColumns(params, defaultColumns).toString()).toBe("from=1&to=2");
  expect(idsOf(defaultColumns)).toEqual([]);
  expect(idsOf(defaultColumns.toReversed())).toHaveLength(defaultColumns.length);
});

test("the address decides, then what is remembered, then CTS", () => {
  expect(idsIn(shownColumns("time,code", ["user"]))).toEqual(["time", "code"]);
  expect(idsIn(shownColumns(null, ["user", "code"]))).toEqual(["user", "code"]);
  expect(shownColumns(null, [])).toBe(defaultColumns);
});

test("what is no column is ignored, and so is one that comes again", () => {
  expect(idsIn(namedColumns("time,operation,no_such,,time,code,__proto__, user"))).toEqual([
    "time",
    "code",
  ]);
  for (const nothing of [null, "", ",", "no_such", "constructor,toString"]) {
    expect(namedColumns(nothing)).toEqual([]);
    expect(idsIn(shownColumns(nothing, ["no_such", "user"]))).toEqual(["user"]);
    expect(shownColumns(nothing, ["no_such"])).toBe(defaultColumns);
  }
});
