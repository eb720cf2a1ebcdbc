import { expect, test } from "vitest";
import { openedTrace, withTrace } from "./trace-address.ts";

const list = "region=r&range=1h&from=1&to=3600001&user=li.wei";

test("a trace is opened and closed by its id alone, whatever the id holds", () => {
  const params = new URLSearchParams(list);
  expect(openedTrace(params)).toBeNull();
  for (const id of ["8e73c000-5bfd-11f1-8a4e-0242ac110003", "a/b?c&d=e #语"]) {
    const opened = new URLSearchParams(withTrace(params, id).toString());
    expect(openedTrace(opened)).toBe(id);
    expect(withTrace(opened, null).toString()).toBe(list);
  }
  expect(openedTrace(new URLSearchParams("trace="))).toBeNull();
});
