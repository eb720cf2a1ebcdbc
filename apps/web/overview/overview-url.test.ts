import { expect, test } from "vitest";
import { formatOverviewUrl, readOverviewUrl, withOverviewTime } from "./overview-url.ts";

const now = 1_720_000_000_000;
const day = 86_400_000;

function read(text: string) {
  return readOverviewUrl(new URLSearchParams(text));
}

test("a page opened without a time is of the last week, in the same project", () => {
  const opened = new URLSearchParams("region=r&project=p&zone=UTC&from=3&user=a");
  const params = withOverviewTime(opened, now);
  expect(params.toString()).toBe(`region=r&project=p&zone=UTC&range=1w&to=${now}`);
  expect(readOverviewUrl(params)).toEqual({
    preset: "1w",
    range: { from: now - 7 * day, to: now },
  });
});

test("a range without its end is completed, and stays what it is", () => {
  expect(read("range=1d")).toBeNull();
  const params = withOverviewTime(new URLSearchParams("range=1d"), now);
  expect(readOverviewUrl(params)).toEqual({ preset: "1d", range: { from: now - day, to: now } });
});

test("what is written is read as the same", () => {
  for (const preset of ["1d", "1w"] as const) {
    expect(readOverviewUrl(formatOverviewUrl(new URLSearchParams(), preset, now))).toMatchObject({
      preset,
      range: { to: now },
    });
  }
});

test.each([
  ["another range", `range=1h&to=${now}`],
  ["no range", `to=${now}`],
  ["a time that is none", "range=1w&to=soon"],
  ["a time that no date has", "range=1w&to=9000000000000000"],
  ["a week that begins before 1970", `range=1d&to=${7 * day - 1}`],
])("%s is no state of the page", (_, text) => {
  expect(read(text)).toBeNull();
});

test("the first week since 1970 is one", () => {
  expect(read(`range=1w&to=${7 * day}`)).toMatchObject({ range: { from: 0 } });
});
