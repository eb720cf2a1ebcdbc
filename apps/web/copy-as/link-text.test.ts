import { expect, test } from "vitest";
import { linkText } from "./link-text.ts";

const address = "http://127.0.0.1:8080/trace-list?region=cn-north-4&from=1&user=a+b&user=%E6%9D%8E";

test("a link names the project, so that it leads everybody to the same traces", () => {
  const link = new URL(linkText(`${address}#page`, "p 1"));
  const { searchParams } = link;
  expect(searchParams.get("project")).toBe("p 1");
  expect(searchParams.getAll("user")).toEqual(["a b", "李"]);
  searchParams.delete("project");
  expect([...searchParams]).toEqual([...new URL(address).searchParams]);
  expect(link.hash).toBe("");
});

test("an address that names its project is the link", () => {
  expect(linkText(`${address}&project=other`, "p")).toBe(`${address}&project=other`);
});
