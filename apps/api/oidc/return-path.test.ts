import { expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

it.each(["/", "/trace-list?region=cn-north-4&user=a%20b#row", "/%09/evil.example", "/a//b"])(
  "a path of this site is where the sign-in leads: %s",
  (to) => {
    expect(returnPath(to)).toBe(to);
  },
);

it.each([
  null,
  "",
  "trace-list",
  "//evil.example/",
  "/\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n\\evil.example",
  " //evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/.\\/evil.example",
  "//[",
  "https://evil.example/",
  "https:evil.example",
  "data:text/html,evil",
])("anything else leads to the first page: %j", (to) => {
  expect(returnPath(to)).toBe("/");
});
