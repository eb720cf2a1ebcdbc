import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { buildColumns, newRowValues } from "./columns.ts";
import { readHead, writeHead } from "./image.ts";
import { isRead, outlineHead, readRest } from "./late-head.ts";

const bodies = {
  firstRows: Uint16Array.of(0),
  starts: Uint32Array.of(0, 0),
  sizes: Uint32Array.of(0),
  dictionary: new Uint8Array(),
  originalRows: new Uint16Array(),
  originalStarts: Uint32Array.of(0),
};

/** The head of a segment of three rows, as it stands in a file, and how it is read from there. */
function headInFile() {
  const values = newRowValues(3);
  values.time.set([5, 70, 900]);
  const file = new Uint8Array(writeHead(buildColumns(values), bodies, 0, 0));
  const reads: number[] = [];
  const read = (bytes: Uint8Array, offset: number) => {
    reads.push(bytes.length);
    bytes.set(file.subarray(offset, offset + bytes.length));
  };
  return { file, read, reads };
}

it("an outline is the header and two times, and the rest is read once", () => {
  const { file, read, reads } = headInFile();
  const head = outlineHead(file.length, read);
  expect(isRead(head)).toBe(false);
  expect(reads).toHaveLength(2);
  expect(reads.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(file.length);
  readRest(head, read);
  readRest(head, read);
  expect(reads).toHaveLength(3);
  expect(isRead(head)).toBe(true);
  expect(new Uint8Array(head)).toEqual(file);
  expect([...readHead(head).columns.time]).toEqual([5, 70, 900]);
});

it("a head that another thread reads is waited for", async () => {
  const { file, read, reads } = headInFile();
  const head = outlineHead(file.length, read);
  const code = `
    const { workerData: { head, file } } = require("node:worker_threads");
    const state = new Int32Array(head, 0, 1);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
    setTimeout(() => {
      new Uint8Array(head, 4).set(file.subarray(4));
      Atomics.store(state, 0, new Uint32Array(file.buffer, 0, 1)[0]);
      Atomics.notify(state, 0);
    }, 50);
  `;
  const reader = new Worker(code, { eval: true, workerData: { head, file } });
  onTestFinished(async () => void (await reader.terminate()));
  Atomics.wait(new Int32Array(head, 0, 1), 0, 0);
  readRest(head, read);
  expect(reads).toHaveLength(2);
  expect(new Uint8Array(head)).toEqual(file);
});

it("a head whose reader was ended with its thread is read by the next who needs it", () => {
  const { file, read } = headInFile();
  const head = outlineHead(file.length, read);
  Atomics.store(new Int32Array(head, 0, 1), 0, 1);
  readRest(head, read, 10);
  expect(new Uint8Array(head)).toEqual(file);
});

it("damage is told to each who asks", () => {
  const { file, read } = headInFile();
  const head = outlineHead(file.length, read);
  file[170] = (file[170] ?? 0) ^ 1;
  for (let times = 0; times < 2; times += 1) {
    expect(() => readRest(head, read)).toThrow("is damaged");
  }
  expect(isRead(head)).toBe(false);
});

it.each([
  ["of another version", 0, 7, "is no segment of this version"],
  ["with more columns than its file holds", 23, 1, "is damaged: it ends too early"],
  ["with too many rows", 10, 1, "is damaged"],
  ["whose last time is before its first", 149, 0x7f, "is damaged"],
])("a file %s is refused without reading all of it", (_, at, value, reason) => {
  const { file, read } = headInFile();
  file[at] = value;
  expect(() => outlineHead(file.length, read)).toThrow(reason);
});
