import { Random } from "@trace-console/trace-samples/random";
import { buildWords, describeInChinese } from "../load/words.ts";
import type { Census } from "./census.ts";
import { type BenchQuery, hourMs, type Question, type Values } from "./question.ts";
import { drawQuery, drawRange, share } from "./random-query.ts";

const frequentWords = [
  "training",
  "baseline",
  "resnet50",
  "yolov8",
  "whisper-small",
  "segmentation",
  "forecast",
  "patchtst",
  "DeepSeek",
  "Insufficient",
];

/** The questions of each row, by the row's id: the same for every engine. */
export type Questions = Readonly<Record<string, readonly Question[]>>;

/** Makes the questions from what the load holds; the same load, the same questions. */
export function makeQuestions(census: Census, end: number): Questions {
  const random = new Random(11);
  const week = { from: end - 168 * hourMs, to: end };
  const all: BenchQuery = { ...week, is: {}, isNot: {} };
  const asking = (is: Values): BenchQuery => ({ ...all, is });
  const page = (query: BenchQuery): Question => ({ kind: "page", query });
  const search = (text: string): Question => page({ ...all, text });
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  const { fields, samples } = census;
  const operators = fields.user.ranked();
  const names = fields.trace_name.ranked();
  const sources = fields.service_type.ranked();
  const words = buildWords();
  const rareWord = (index: number) => words[words.length - 1 - index * 17] ?? "";
  const pairs = (mostOperators: number, mostNames: number, isWanted: (count: number) => boolean) =>
    operators.slice(0, mostOperators).flatMap((operator) =>
      names
        .slice(0, mostNames)
        .filter((name) => isWanted(census.meetings(operator.number, name.number)))
        .map((name) => asking({ user: [operator.value], trace_name: [name.value] })),
    );
  const some = (queries: readonly BenchQuery[], count: number): Question[] =>
    queries.length === 0 ? [] : times(count, () => page(random.pick(queries)));

  return {
    "newest-page": times(600, () => page(all)),
    "page-random": times(1_200, () => page(drawQuery(random, census, end))),
    "two-filters-never-meet": times(300, (index) => {
      const name = names[index % 40];
      const other = sources.filter(({ value }) => value !== census.sourceOfName[name?.number ?? 0]);
      return page(
        asking({ service_type: [other[index % 10]?.value ?? ""], trace_name: [name?.value ?? ""] }),
      );
    }),
    "busy-operator-absent-kind": some(
      pairs(20, 60, (count) => count === 0),
      300,
    ),
    "rare-pair": some(
      pairs(60, 1_500, (count) => count > 0 && count < 6),
      300,
    ),
    "resource-id": times(600, () =>
      page(asking({ resource_id: [random.pick(samples).resource_id] })),
    ),
    "trace-id": times(900, () => ({ kind: "find", trace_id: random.pick(samples).trace_id })),
    "count-3-filters": times(450, () => {
      const { from, to } = drawRange(random, end);
      const is = {
        service_type: [fields.service_type.byFrequency(share(random))],
        user: [fields.user.byFrequency(share(random))],
        trace_rating: [random.pick(["normal", "warning", "incident"])],
      };
      return { kind: "count", query: { from, to, is, isNot: {} } };
    }),
    "count-busy": times(450, (index) => {
      const is = {
        user: operators.slice(index % 3, 3 + (index % 5)).map(({ value }) => value),
        service_type: sources.slice(0, 1 + (index % 4)).map(({ value }) => value),
      };
      return { kind: "count", query: { ...drawRange(random, end), is, isNot: {} } };
    }),
    "count-random": times(900, () => ({ kind: "count", query: drawQuery(random, census, end) })),
    "all-facets": times(300, (index) => ({
      kind: "facets",
      query: index % 2 === 0 ? all : { ...all, ...drawRange(random, end) },
    })),
    "facets-30-sources": times(300, (index) => ({
      kind: "facets",
      query: asking({
        service_type: sources.slice(index % 30, 30 + (index % 30)).map(({ value }) => value),
      }),
    })),
    histogram: times(300, () => ({ kind: "histogram", query: all })),
    "histogram-random": times(600, () => ({
      kind: "histogram",
      query: drawQuery(random, census, end),
    })),
    "text-frequent": times(150, (index) => search(frequentWords[index % 10] ?? "")),
    "text-rare": times(150, (index) => search(rareWord(index))),
    "text-absent": times(150, (index) =>
      search(`${Array.from(rareWord(index)).toReversed().join("")}zq`),
    ),
    "text-chinese": times(150, () => search(describeInChinese(random))),
    "text-hex32": times(150, () => search(random.pick(samples).request_id)),
    "text-id-fragment": times(150, (index) =>
      search(drawLettered(() => random.pick(samples).trace_id.slice(index % 5, (index % 5) + 8))),
    ),
    "text-hex8-absent": times(150, () => search(drawLettered(() => random.hex(8)))),
    "text-hex12-absent": times(150, () => search(drawLettered(() => random.hex(12)))),
  };
}

/** Digits alone also stand in times, which are no texts for us and are some for the peers. */
function drawLettered(draw: () => string): string {
  for (;;) {
    const drawn = draw();
    if (/[a-f]/.test(drawn)) return drawn;
  }
}
