import { expect, test } from "vitest";
import { type Brush, chosenOf, givenUp, hovered, idle, left, moved, pressed } from "./brush.ts";

/** Presses keys one after the other over ten bars; `+` before a key stands for Shift. */
function press(start: Brush, ...keys: readonly string[]): Brush {
  return keys.reduce((brush, key) => {
    const extend = key.startsWith("+");
    return moved(brush, extend ? key.slice(1) : key, extend, 10) ?? brush;
  }, start);
}

test("the pointer tells of the bar below it, until it goes away", () => {
  const over = hovered(idle, 3);
  expect(chosenOf(over)).toEqual({ first: 3, last: 3 });
  expect(hovered(over, 3)).toBe(over);
  expect(left(over)).toBe(idle);
  expect(chosenOf(idle)).toBeNull();
});

test("dragging selects from where it began, in both directions, also beside the bars", () => {
  expect(chosenOf(hovered(pressed(4), 7))).toEqual({ first: 4, last: 7 });
  expect(chosenOf(hovered(pressed(4), 2))).toEqual({ first: 2, last: 4 });
  expect(chosenOf(pressed(4))).toEqual({ first: 4, last: 4 });
  expect(left(pressed(4))).toEqual(pressed(4));
});

test("a selection that is given up leaves the cursor where it is", () => {
  expect(givenUp(hovered(pressed(4), 7))).toEqual({ ...idle, cursor: 7 });
});

test("keys move the cursor and stop at the ends", () => {
  expect(press(idle, "ArrowRight").cursor).toBe(0);
  expect(press(idle, "ArrowLeft").cursor).toBe(9);
  expect(press(idle, "Home", "ArrowLeft").cursor).toBe(0);
  expect(press(idle, "End", "ArrowRight").cursor).toBe(9);
  expect(press(idle, "Home", "ArrowRight", "ArrowRight").cursor).toBe(2);
});

test("with Shift they select, and without it the selection ends", () => {
  const selected = press(idle, "Home", "ArrowRight", "+ArrowRight", "+ArrowRight");
  expect(chosenOf(selected)).toEqual({ first: 1, last: 3 });
  expect(chosenOf(press(selected, "+Home"))).toEqual({ first: 0, last: 1 });
  expect(chosenOf(press(selected, "+End"))).toEqual({ first: 1, last: 9 });
  expect(press(selected, "ArrowRight")).toEqual({ ...idle, cursor: 4 });
});

test("the pointer does not disturb what the keyboard selects", () => {
  const selected = press(idle, "Home", "+ArrowRight");
  expect(hovered(selected, 7)).toBe(selected);
  expect(left(selected)).toBe(selected);
});

test("other keys are not for the bars", () => {
  expect(moved(idle, "Tab", false, 10)).toBeNull();
});
