import type { TracePage } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { withoutOlder, withWaiting } from "./growing-list.ts";
import { lookFrom } from "./look-from.ts";
import { type TracePages, type Waiting, newIds, newestTime, takeIn } from "./new-traces.ts";

/** Traces named by letter and time: "c9 b8". */
function traces(names: string): Trace[] {
  return names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => ({ trace_id: name, trace_name: "x", time: Number(name.slice(1)) }));
}

/** Traces with these times, from the newest to the oldest. */
function many(newest: number, oldest: number): Trace[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index).map((time) => ({
    trace_id: `t${time}`,
    trace_name: "x",
    time,
  }));
}

function page(names: string, next: string | null = null, ahead: string[] = []): TracePage {
  return { traces: traces(names), next, ahead };
}

function listOf(...pages: TracePage[]): TracePages {
  return { pages, pageParams: pages.map((_, index) => pages[index - 1]?.next ?? null) };
}

/** The ids of each page. */
function idsOf({ pages }: TracePages): string[] {
  return pages.map((one) => one.traces.map(({ trace_id }) => trace_id).join(" "));
}

/** What waits after these looks, each since the newest trace that was known. */
function waitingAfter(list: TracePages, ...looks: TracePage[]): Waiting | null {
  let waiting: Waiting | null = null;
  for (const found of looks) {
    waiting = takeIn(found, newestTime(list.pages, waiting) ?? 0, list.pages, waiting);
  }
  return waiting;
}

/** The list when what waits is shown. */
function show(shown: TracePages, waiting: Waiting | null): TracePages {
  if (waiting === null) throw new Error("nothing waits");
  return withWaiting(shown, waiting);
}

const list = listOf(page("e5 d4", "d4"), page("c3 b2", "b2"));

test("nothing new is nothing to wait for, and changes nothing that waits", () => {
  expect(newestTime(list.pages, null)).toBe(5);
  expect(waitingAfter(list, page("e5"))).toBeNull();
  const waiting = waitingAfter(list, page("f6 e5"));
  expect(takeIn(page("f6"), 6, list.pages, waiting)).toBe(waiting);
});

test("new traces wait, each once, and are shown before the others", () => {
  const waiting = waitingAfter(list, page("f6 e5"), page("h8 g7 f6", null, ["h8"]));
  expect(waiting).toMatchObject({ count: 3, isMore: false, isWhole: true });
  const shown = show(list, waiting);
  expect(idsOf(shown)).toEqual(["h8 g7 f6 e5 d4", "c3 b2"]);
  expect(shown.pages[0]).toMatchObject({ next: "d4", ahead: ["h8"] });
  expect(shown.pageParams).toEqual([null, "d4"]);
});

test("only those are new that the list did not show", () => {
  const waiting = takeIn(page("f6 e5"), 5, list.pages, null);
  expect(waiting === null ? [] : [...newIds(list.pages, waiting)]).toEqual(["f6"]);
});

test("of the instant of the newest one, a further trace stands where the service has it", () => {
  const waiting = waitingAfter(list, page("f5 e5 a5"));
  expect(waiting?.count).toBe(2);
  expect(idsOf(show(list, waiting))).toEqual(["f5 e5 a5 d4", "c3 b2"]);
});

test("a trace that came late stands where the service has it, also between those that wait", () => {
  const waiting = waitingAfter(list, page("h8 g7 e5"));
  const from = lookFrom(list.pages, waiting, 0, true);
  // What follows b2 has not been read on to.
  expect(from).toBe(3);
  const found = page("h8 x7 g7 e5 y4 d4 c3");
  const after = takeIn(found, from, list.pages, waiting);
  expect(after).toMatchObject({ count: 4, isMore: false, isWhole: true });
  const shown = show(list, after);
  expect(idsOf(shown)).toEqual(["h8 x7 g7 e5 y4 d4 c3 b2"]);
  expect(shown.pages[0]?.next).toBe("b2");
  expect(after === null ? [] : [...newIds(list.pages, after)]).toEqual(["h8", "x7", "g7", "y4"]);
});

test("late traces are looked for as far back as all is known, and ten minutes at most", () => {
  const minute = 60_000;
  const whole = (next: string | null) => [
    { traces: many(20 * minute, 20 * minute), next: "t1", ahead: [] },
    { traces: many(15 * minute, 15 * minute), next, ahead: [] },
  ];
  expect(lookFrom(whole(null), null, 0, false)).toBe(20 * minute);
  expect(lookFrom(whole(null), null, 0, true)).toBe(10 * minute);
  // Not before the time range.
  expect(lookFrom(whole(null), null, 12 * minute, true)).toBe(12 * minute);
  // What has not been read on to is not new.
  expect(lookFrom(whole("t2"), null, 0, true)).toBe(15 * minute + 1);
  // Between what waits and the list there is a gap.
  const waiting = takeIn(page(`k${22 * minute} j${21 * minute}`, "j"), 20 * minute, [], null);
  expect(lookFrom(whole(null), waiting, 0, true)).toBe(21 * minute + 1);
  expect(lookFrom([page("")], null, 7, true)).toBe(7);
});

test("an empty list is filled", () => {
  const empty = listOf(page(""));
  const shown = show(empty, waitingAfter(empty, page("b2 a1")));
  expect(idsOf(shown)).toEqual(["b2 a1"]);
  expect(shown.pages[0]?.next).toBeNull();
});

test("when more came than a page holds, the list begins anew and is read on", () => {
  const waiting = waitingAfter(list, page("k9 j8", "j8"), page("l9 k9"));
  expect(waiting).toMatchObject({ count: 3, isMore: true, isWhole: false });
  const shown = show(list, waiting);
  expect(idsOf(shown)).toEqual(["l9 k9 j8"]);
  expect(shown.pages[0]?.next).toBe("j8");
  expect(shown.pageParams).toEqual([null]);
});

test("a page that is full but reaches down to the list leaves no gap", () => {
  expect(waitingAfter(list, page("f6 e5", "e5"))).toMatchObject({ count: 1, isWhole: true });
});

test("however long nobody looks, only the newest thousand wait", () => {
  let waiting: Waiting | null = null;
  for (let oldest = 6; oldest < 3_000; oldest += 90) {
    const found = { traces: many(oldest + 89, oldest), next: null, ahead: [] };
    waiting = takeIn(found, newestTime(list.pages, waiting) ?? 0, list.pages, waiting);
  }
  expect(waiting?.traces).toHaveLength(1_000);
  expect(waiting).toMatchObject({ count: 3_060, isMore: false, isWhole: false });
  const shown = show(list, waiting);
  expect(shown.pages).toHaveLength(1);
  expect(shown.pages[0]?.next).toBe("t2066");
});

test("of more than ten thousand rows the oldest pages go, and can be read again", () => {
  const pages = Array.from({ length: 101 }, (_, index): TracePage => {
    const newest = 20_000 - index * 100;
    return { traces: many(newest, newest - 99), next: `t${newest - 99}`, ahead: [] };
  });
  const found = { traces: many(20_090, 20_000), next: null, ahead: [] };
  const shown = show(listOf(...pages), takeIn(found, 20_000, pages, null));
  const rows = shown.pages.flatMap((one) => one.traces);
  expect(rows.length).toBeGreaterThanOrEqual(10_000);
  expect(rows.length).toBeLessThan(10_200);
  expect(rows).toEqual(many(20_090, rows.at(-1)?.time ?? 0));
  expect(shown.pages.at(-1)?.next).toBe(rows.at(-1)?.trace_id);
  // Pages that did not change are the same ones.
  expect(shown.pages[3]).toBe(pages[3]);
});

test("traces out of which the range has moved leave the end of the list", () => {
  expect(withoutOlder(list, 2)).toBe(list);
  const shorter = withoutOlder(list, 3);
  expect(idsOf(shorter)).toEqual(["e5 d4", "c3"]);
  expect(shorter.pages.at(-1)?.next).toBeNull();
  expect(idsOf(withoutOlder(list, 4))).toEqual(["e5 d4"]);
  expect(withoutOlder(list, 4).pages.at(-1)?.next).toBeNull();
  expect(idsOf(withoutOlder(list, 9))).toEqual([""]);
  const empty = listOf(page(""));
  expect(withoutOlder(empty, 9)).toBe(empty);
});
