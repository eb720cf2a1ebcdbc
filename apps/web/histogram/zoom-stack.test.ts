import { expect, test } from "vitest";
import { type Zoom, zoomsTo } from "./zoom-stack.ts";

const hour = { from: 0, to: 3_600_000 };
const half = { from: 0, to: 1_800_000 };
const minute = { from: 60_000, to: 120_000 };
const first: Zoom = { before: hour, preset: "1h", after: half };
const second: Zoom = { before: half, preset: null, after: minute };

test("all zooms that led to a range can be undone", () => {
  expect(zoomsTo([first, second], minute)).toEqual([first, second]);
});

test("undoing or going back leaves the zooms before", () => {
  expect(zoomsTo([first, second], half)).toEqual([first]);
  expect(zoomsTo([first, second], hour)).toEqual([]);
});

test("a range that was set in another way has nothing to undo", () => {
  expect(zoomsTo([first, second], { from: 60_000, to: 120_001 })).toEqual([]);
});
