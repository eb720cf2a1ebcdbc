import { expect, test } from "vitest";
import { keepView, withoutView } from "./view-param.ts";

test("the view that was opened last stays named while filters change", () => {
  const before = new URLSearchParams("view=v&user=a");
  expect(keepView(before, new URLSearchParams("user=b")).toString()).toBe("user=b&view=v");
  const none = new URLSearchParams("user=a");
  expect(keepView(none, new URLSearchParams("user=b")).toString()).toBe("user=b");
});

test("a page can leave its view, and stays as it is", () => {
  expect(withoutView(new URLSearchParams("user=a&view=v&from=1")).toString()).toBe("user=a&from=1");
});
