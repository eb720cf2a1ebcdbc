import { expect, test } from "vitest";
import { shortcutOf, shortcuts } from "./shortcuts.ts";

const press = { key: "j", ctrlKey: false, metaKey: false, altKey: false, repeat: false };

test("each key does one thing", () => {
  expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length);
  for (const { id, key } of shortcuts) expect(shortcutOf({ ...press, key }, true)).toBe(id);
});

test("other keys and keys with another one held down are no shortcuts", () => {
  for (const other of [
    { key: "x" },
    { key: "J" },
    { key: "ArrowDown" },
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
  ]) {
    expect(shortcutOf({ ...press, ...other }, true)).toBeUndefined();
  }
});

test("a key that is held down moves on, and does nothing else twice", () => {
  const held = { ...press, repeat: true };
  const repeated = shortcuts.filter(({ key }) => shortcutOf({ ...held, key }, true) !== undefined);
  expect(repeated.map(({ key }) => key)).toEqual(["j", "k"]);
});

test("while they are off, only the help opens", () => {
  const left = shortcuts.filter(({ key }) => shortcutOf({ ...press, key }, false) !== undefined);
  expect(left.map(({ id }) => id)).toEqual(["help"]);
});
