import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Numbered } from "./log.ts";
import { ImageError } from "./image.ts";
import type { Numbers } from "./numbers.ts";
import type { Segment } from "./segment.ts";
import { type KindKey, parseKindKey } from "./trace-fields.ts";

/** What the numbers in the columns of a segment stand for: its file is readable without the log. */
export interface SegmentNames {
  readonly project: Numbered<string>;
  readonly kinds: readonly Numbered<KindKey>[];
  readonly operators: readonly Numbered<string>[];
}

/** Packs the names that some segments of one project use. */
export function packNames(segments: readonly Segment[], project: number, numbers: Numbers): Buffer {
  const kinds = new Set(segments.flatMap(({ columns }) => [...columns.kinds.values]));
  const operators = new Set(segments.flatMap(({ columns }) => [...columns.operators.values]));
  operators.delete(0);
  const names = {
    project: [project, numbers.projects[project]],
    kinds: Array.from(kinds, (no) => [no, numbers.keyOf(no)]),
    operators: Array.from(operators, (no) => [no, numbers.names[no]]),
  };
  return zstdCompressSync(JSON.stringify(names));
}

/**
 * Reads the names that a segment was stored with.
 * @throws ImageError when they are not readable.
 */
export function readNames(segment: Segment): SegmentNames {
  const names: unknown = JSON.parse(zstdDecompressSync(segment.names()).toString());
  if (typeof names !== "object" || names === null) throw new ImageError("is damaged");
  const { project, kinds, operators } = { project: [], kinds: [], operators: [], ...names };
  return {
    project: { no: Number(project[0]), value: String(project[1]) },
    kinds: pairsOf(kinds).map(({ no, value }) => ({
      no,
      value: parseKindKey(JSON.stringify(value)),
    })),
    operators: pairsOf(operators).map(({ no, value }) => ({ no, value: String(value) })),
  };
}

function pairsOf(list: unknown): Numbered<unknown>[] {
  if (!Array.isArray(list)) throw new ImageError("is damaged");
  return list.map((pair: unknown) => {
    if (!Array.isArray(pair)) throw new ImageError("is damaged");
    const value: unknown = pair[1];
    return { no: Number(pair[0]), value };
  });
}
