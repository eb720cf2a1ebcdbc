import { makeTraces } from "@trace-console/trace-samples/make-traces";
import { Random } from "@trace-console/trace-samples/random";
import { expect, it } from "vitest";
import { buildFilter, escaped, groupsOf, readerOf, tracesOf } from "./filter-probe.ts";
import { groupRows } from "./text-candidates.ts";
import { TextFilter } from "./text-filter.ts";
import { analyseNeedle } from "./text-needle.ts";
import type { ReadBytes } from "./text-rows.ts";

const project = { project_id: "0f5a3b1c7d8e4f60a1b2c3d4e5f60718", region: "r", domain_id: "d" };
const samples = Array.from(
  makeTraces({ seed: 5, count: 8192, end: 1_760_000_000_000, days: 0.1, projects: [project] }),
  ({ trace }) => JSON.stringify(trace).toLowerCase(),
);
const groupCount = samples.length / groupRows;
const sampleFilter = buildFilter(samples);
const shareOf = (needles: readonly string[]) =>
  needles.reduce((sum, needle) => sum + groupsOf(sampleFilter, samples.length, needle).length, 0) /
  (needles.length * groupCount);

it("words, signs and ids that do not occur leave few groups or none", () => {
  const words = ["quokka", "zebra", "kubectl", "wombat", "nonexistent", "aardvark", "qqq", "zzz"];
  expect(shareOf(words)).toBeLessThanOrEqual(0.005);
  expect(shareOf(["鲸", "鹦鹉", "长颈鹿", "тест", "😀😀"])).toBeLessThanOrEqual(0.005);
  expect(shareOf(["203.0.113.77", "198.51.100.1"])).toBeLessThanOrEqual(0.01);

  const random = new Random(11);
  const digits = (length: number) =>
    Array.from({ length }, () => random.int(16).toString(16)).join("");
  const many = (make: () => string) => Array.from({ length: 200 }, make);
  expect(shareOf(many(() => digits(8)))).toBeLessThanOrEqual(0.01);
  expect(shareOf(many(() => `${digits(7)}-`))).toBeLessThanOrEqual(0.01);
  expect(shareOf(many(() => digits(12)))).toBeLessThanOrEqual(0.002);
  expect(shareOf(many(() => digits(16)))).toBeLessThanOrEqual(0.001);
  expect(shareOf(many(() => digits(32)))).toBeLessThanOrEqual(0.001);
  expect(shareOf(many(() => `${digits(4)}-${digits(4)}-${digits(4)}`))).toBeLessThanOrEqual(0.02);
});

it("the id of a trace leaves its group and hardly another", () => {
  for (const row of [0, 4000, samples.length - 1]) {
    const id = /"trace_id":"([^"]+)"/.exec(samples[row] ?? "")?.[1] ?? "";
    const groups = groupsOf(sampleFilter, samples.length, id);
    expect(groups).toContain(Math.floor(row / groupRows));
    expect(groups.length).toBeLessThanOrEqual(2);
  }
});

it("a phrase is told from its words in different traces", () => {
  const words = [
    ["本周", "批量", "正式", "紧急"],
    ["学习率", "语音识别", "客服大模型", "遥感图像分割"],
    ["上线", "回滚", "扩容", "测试"],
  ];
  const phrases = (words[0] ?? []).flatMap((first) =>
    (words[1] ?? []).flatMap((middle) => (words[2] ?? []).map((last) => first + middle + last)),
  );
  const [absent = "", ...others] = phrases;
  const filter = buildFilter(others.map((trace_name) => JSON.stringify({ trace_name })));
  expect(groupsOf(filter, others.length, absent)).toEqual([]);
  for (const phrase of others) expect(groupsOf(filter, others.length, phrase)).toEqual([0]);
});

it("an id in every trace does not blur the others", () => {
  const random = new Random(21);
  const digits = (length: number) =>
    Array.from({ length }, () => random.int(16).toString(16)).join("");
  const common = Array.from({ length: 60 }, () => digits(32));
  const rows = 64 * groupRows;
  const groups = (list: readonly string[]) => {
    const filter = buildFilter(
      Array.from({ length: rows }, () => JSON.stringify({ list, trace_id: digits(32) })),
    );
    const needles = Array.from({ length: 300 }, () => digits(8));
    return needles.reduce((sum, one) => sum + groupsOf(filter, rows, one).length, 0);
  };
  expect(groups(common)).toBeLessThanOrEqual(2 * groups([]) + 20);
});

it("a rare word leaves the eight traces that hold it, a less rare one its groups", () => {
  const jsons = Array.from({ length: 64 * groupRows }, (_, row) =>
    JSON.stringify({
      list: [
        ...(row === 1003 ? ["wallaby"] : []),
        ...(row % 1024 === 100 || row % 1024 === 120 ? ["bandicoot"] : []),
        ...(row % 512 === 1 ? ["cassowary"] : []),
      ],
    }),
  );
  const filter = buildFilter(jsons);
  const tracesLeft = (needle: string) => tracesOf(filter, jsons.length, needle);
  expect(tracesLeft("wallaby")).toEqual([1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007]);
  // In two eighths of one group: nothing is told of the others.
  expect(groupsOf(filter, jsons.length, "bandicoot")).toHaveLength(4);
  expect(tracesLeft("bandicoot")).toHaveLength(4 * groupRows);
  expect(groupsOf(filter, jsons.length, "cassowary")).toHaveLength(8);
  expect(tracesLeft("cassowary")).toHaveLength(8 * groupRows);
});

it("keys and numbers are no texts", () => {
  const jsons = Array.from({ length: 100 }, (_, row) =>
    JSON.stringify({
      wonderful: 1234567890,
      nested: { marvellous: row === 99 ? "tale" : "story" },
    }),
  );
  const filter = buildFilter(jsons);
  for (const needle of ["wonderful", "marvellous", "1234567890"]) {
    expect(groupsOf(filter, jsons.length, needle)).toEqual([]);
  }
  expect(groupsOf(filter, jsons.length, "tale")).toEqual([1]);
});

it("a needle too short to tell leaves every group, and none beyond the last", () => {
  for (const needle of ["a", "id", "3f", "ad6", "😀".slice(0, 1), '"', "\\n"]) {
    expect(groupsOf(sampleFilter, samples.length, needle)).toHaveLength(groupCount);
  }
  expect(groupsOf(buildFilter(samples.slice(0, 65)), 65, "id")).toEqual([0, 1]);
  expect(groupsOf(buildFilter([]), 0, "word")).toEqual([]);
});

it("a search reads a few short pieces of the filter", () => {
  const reads: number[] = [];
  const read: ReadBytes = (offset, length) => {
    reads.push(length);
    return sampleFilter.subarray(offset, offset + length);
  };
  const filter = new TextFilter(read, samples.length);
  // What stays in memory for each segment.
  expect(reads.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(40_960);
  const row = samples[4000] ?? "";
  const id = /"trace_id":"([^"]+)"/.exec(row)?.[1] ?? "";
  for (const needle of [id, "createtrainingjob", "quokka", "x".repeat(5000), row.slice(200)]) {
    reads.length = 0;
    filter.candidatesFor(analyseNeedle(escaped(needle)));
    expect(reads.length).toBeLessThanOrEqual(40);
    expect(Math.max(...reads)).toBeLessThanOrEqual(4096);
  }
});

it("the filter keeps to 80 bytes a trace and 48 kB, whatever the texts, and still finds them", () => {
  const random = new Random(3);
  const draw = (length: number, sign: () => string) => Array.from({ length }, sign).join("");
  const base64 = "abcdefghijklmnopqrstuvwxyz0123456789+/";
  const kinds: (() => string)[] = [
    () => draw(1000, () => base64[random.int(base64.length)] ?? ""),
    () => draw(1000, () => random.int(16).toString(16)),
    () => draw(400, () => String.fromCharCode(0x4e00 + random.int(8000))),
    () => draw(400, () => String.fromCharCode(32 + random.int(0xd000))).toLowerCase(),
  ];
  for (const make of kinds) {
    const texts = Array.from({ length: 1500 }, make);
    const filter = buildFilter(texts.map((request) => JSON.stringify({ request })));
    expect(filter.length).toBeLessThanOrEqual(1500 * 80 + 49_152);
    for (let row = 0; row < texts.length; row += 37) {
      const start = random.int(300);
      const needle = JSON.stringify(texts[row]?.slice(start, start + 20)).slice(1, -1);
      expect(groupsOf(filter, 1500, needle)).toContain(Math.floor(row / groupRows));
    }
  }
});

it("a trace may be longer than what is remembered of a group", () => {
  const jsons = samples.slice(0, 200);
  const long = Array.from({ length: 40_000 }, (_, at) => `part${at}`).join(" ");
  jsons[150] = JSON.stringify({ request: `${long} quokka` });
  const filter = buildFilter(jsons);
  expect(groupsOf(filter, 200, "part39999 quokka")).toEqual([2]);
  expect(groupsOf(filter, 200, "part0 part1 part2 ")).toEqual([2]);
});

it("a filter of the layout before, without eighths, still tells groups", () => {
  const filter = buildFilter(samples.slice(0, 1000));
  const needles = ["createtrainingjob", "modelarts", "quokka", "deadbeef"];
  const groups = needles.map((needle) => groupsOf(filter, 1000, needle));
  // In so few groups no gram is rare enough for eighths.
  new DataView(filter.buffer).setUint32(0, 0x32465854, true);
  expect(needles.map((needle) => groupsOf(filter, 1000, needle))).toEqual(groups);
});

it("bytes that are no filter of these traces are refused", () => {
  const filter = buildFilter(samples.slice(0, 200));
  expect(() => new TextFilter(readerOf(filter), 300)).toThrow(RangeError);
  expect(() => new TextFilter(readerOf(filter.subarray(4)), 200)).toThrow(RangeError);
  expect(() => new TextFilter(readerOf(new Uint8Array()), 200)).toThrow(RangeError);
});

it.each([400, 900])("many ids leave room for words in a filter of %d traces", (count) => {
  const random = new Random(9);
  const filter = buildFilter(
    Array.from({ length: count }, (_, row) => {
      const ids = Array.from({ length: 20 }, () => random.uuid());
      return JSON.stringify({ request: [`training of resnet, part ${row}`, ...ids] });
    }),
  );
  for (const needle of ["elgiblazq", "gninomsekzq", "rebitpozq"]) {
    expect(groupsOf(filter, count, needle).length).toBeLessThanOrEqual(1);
  }
});
