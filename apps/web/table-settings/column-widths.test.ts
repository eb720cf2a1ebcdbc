import { expect, test } from "vitest";
import { defaultColumns, fieldColumns } from "../trace-list/trace-columns.ts";
import { clampWidth, layOutColumns, leastWidth, mostWidth, widthOf } from "./column-widths.ts";
import { namedColumns } from "./columns-url.ts";

const ofCts = ["13%", 104, 102, "11%", "14%", 118, "10%", 236];

test("at first the columns are those of CTS in their widths", () => {
  expect(layOutColumns(defaultColumns, {})).toEqual({
    least: 1160,
    arrow: 42,
    fields: ofCts,
    operation: 84,
  });
  expect(layOutColumns(defaultColumns.toReversed(), {}).fields).toEqual(ofCts.toReversed());
});

test("fewer columns with a share take all that is left", () => {
  expect(layOutColumns(namedColumns("time,resource_name"), {})).toEqual({
    least: 42 + 236 + 133 + 84,
    arrow: 42,
    fields: [236, "100%"],
    operation: 84,
  });
});

test("without a share among them columns keep their widths, and the last takes the rest", () => {
  const columns = namedColumns("time,code");
  expect(layOutColumns(columns, {})).toEqual({
    least: 42 + 236 + 76 + 84,
    arrow: 42,
    fields: [236, 76],
    operation: undefined,
  });
});

test("once a column was resized, each keeps the width that it was given or its own", () => {
  const columns = namedColumns("trace_name,time,source_ip");
  expect(layOutColumns(columns, { time: 300 })).toEqual({
    least: 42 + 132 + 300 + 120 + 84,
    arrow: 42,
    fields: [132, 300, 120],
    operation: undefined,
  });
});

test("the width of a column that is not shown changes nothing", () => {
  expect(layOutColumns(defaultColumns, { code: 300 })).toEqual(layOutColumns(defaultColumns, {}));
});

test("no column is narrower or wider than it may be, whatever was stored", () => {
  const [column] = fieldColumns;
  for (const stored of [-5, 0, 59.4, leastWidth]) {
    expect(column && widthOf(column, { [column.id]: stored })).toBe(leastWidth);
  }
  expect(column && widthOf(column, { [column.id]: 1e300 })).toBe(mostWidth);
  expect(clampWidth(100.5)).toBe(101);
});
