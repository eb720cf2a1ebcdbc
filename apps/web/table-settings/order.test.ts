import { expect, test } from "vitest";
import { arranged, moved, placeAt, toggled } from "./order.ts";

const letters = (text: string) => text.split("");

test("an item moves to another place, the others keep their order", () => {
  expect(moved(letters("abcd"), 0, 2).join("")).toBe("bcad");
  expect(moved(letters("abcd"), 3, 0).join("")).toBe("dabc");
  expect(moved(letters("abcd"), 1, 2).join("")).toBe("acbd");
  expect(moved(letters("abcd"), 1, 1).join("")).toBe("abcd");
  expect(moved(letters("a"), 0, 0).join("")).toBe("a");
});

test("what is shown stands in its order in the places of what is shown", () => {
  expect(arranged(letters("abcdef"), letters("eca")).join("")).toBe("ebcdaf");
  expect(arranged(letters("abc"), []).join("")).toBe("abc");
  expect(arranged(letters("abc"), letters("cab")).join("")).toBe("cab");
  expect(arranged(letters("abc"), letters("xc")).join("")).toBe("abc");
});

test("what is chosen comes where it stands, and goes from there again", () => {
  expect(toggled(letters("abcd"), letters("ad"), "c").join("")).toBe("acd");
  expect(toggled(letters("abcd"), letters("acd"), "c").join("")).toBe("ad");
});

test("what is held goes between those whose middles it has passed", () => {
  expect(placeAt(5, [10, 20, 30])).toBe(0);
  expect(placeAt(25, [10, 20, 30])).toBe(2);
  expect(placeAt(99, [10, 20, 30])).toBe(3);
  expect(placeAt(5, [])).toBe(0);
});
