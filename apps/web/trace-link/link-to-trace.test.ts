import { expect, test } from "vitest";
import { linkToTrace } from "./link-to-trace.ts";

const list = "region=r&range=1h&from=1&to=3600001&user=li.wei";

test("a link to a trace names its project and keeps the list", () => {
  const link = linkToTrace(new URLSearchParams(list), { projectId: "p", traceId: "t", now: 5 });
  expect(link.toString()).toBe(`${list}&trace=t&project=p`);
});

test("of a live list, the link shows what it showed when it was copied", () => {
  const live = new URLSearchParams(`${list}&live=1`);
  const link = linkToTrace(live, { projectId: "p", traceId: "t", now: 7_200_000 });
  expect(link.toString()).toBe(
    "region=r&range=1h&from=3600000&to=7200000&user=li.wei&trace=t&project=p",
  );
});
