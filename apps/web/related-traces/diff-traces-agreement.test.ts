import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Difference, compareJson } from "./compare-json.ts";

type Path = readonly (string | number)[];

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: "small" }, scalar, tie("list"), tie("object")),
  list: fc.array(tie("any"), { maxLength: 5 }),
  object: fc.dictionary(fc.string({ maxLength: 4 }), tie("any"), { maxKeys: 5 }),
}));

/** The value as it travels: within a text, and that within another one. */
function fold(inner: unknown): unknown {
  return { request: JSON.stringify({ body: JSON.stringify([inner]) }) };
}
const folded: Path = ["request", "body", 0];

/** Every scalar and every empty object or list in a value, with the way to it. */
function leavesOf(tree: unknown, path: Path = []): Path[] {
  if (typeof tree !== "object" || tree === null) return [path];
  const members: readonly [string, unknown][] = Object.entries(tree);
  if (members.length === 0) return [path];
  const isList = Array.isArray(tree);
  return members.flatMap(([key, inner]) => leavesOf(inner, [...path, isList ? Number(key) : key]));
}

/** A copy of a value whose leaves are given one by one to `change`. */
function mapLeaves(tree: unknown, change: (leaf: unknown) => unknown): unknown {
  if (typeof tree !== "object" || tree === null) return change(tree);
  const members: readonly [string, unknown][] = Object.entries(tree);
  if (members.length === 0) return change(tree);
  const changed = members.map(([key, inner]): [string, unknown] => [key, mapLeaves(inner, change)]);
  return Array.isArray(tree) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

/** A copy in which every object has its keys the other way round. */
function reverseKeys(tree: unknown): unknown {
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(reverseKeys);
  const members: readonly [string, unknown][] = Object.entries(tree);
  const reversed = members.map(([key, inner]): [string, unknown] => [key, reverseKeys(inner)]);
  return Object.fromEntries(reversed.toReversed());
}

const mirrored: Readonly<Record<Difference["kind"], Difference["kind"]>> = {
  added: "removed",
  removed: "added",
  changed: "changed",
};

describe("whatever the values", () => {
  test("equal ones differ nowhere", () => {
    fc.assert(
      fc.property(value.any, (tree) => {
        expect(compareJson(fold(tree), fold(reverseKeys(tree)))).toEqual([]);
      }),
    );
  });

  test("every changed leaf is told exactly once, and nothing else is", () => {
    fc.assert(
      fc.property(value.any, fc.array(fc.boolean(), { minLength: 1 }), (tree, choices) => {
        const paths = leavesOf(tree, folded);
        const chosen = new Set<number>();
        let place = 0;
        const changed = mapLeaves(tree, (leaf) => {
          const own = place;
          place += 1;
          if (choices[own % choices.length] !== true) return leaf;
          chosen.add(own);
          return `changed leaf ${own}`;
        });
        const differences = compareJson(fold(tree), fold(changed));
        expect(differences.every(({ kind }) => kind === "changed")).toBe(true);
        expect(differences.map(({ path }) => path)).toEqual(
          paths.filter((_, index) => chosen.has(index)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("the other way round the same places differ", () => {
    const keyOf = ({ kind, path }: Difference) => JSON.stringify([kind, path]);
    fc.assert(
      fc.property(value.any, value.any, (a, b) => {
        const there = compareJson(fold(a), fold(b));
        const back = compareJson(fold(b), fold(a)).map((difference) => ({
          ...difference,
          kind: mirrored[difference.kind],
        }));
        expect(back.map(keyOf).toSorted()).toEqual(there.map(keyOf).toSorted());
        expect(new Set(there.map(keyOf)).size).toBe(there.length);
      }),
    );
  });
});

describe("a megabyte is compared at once", () => {
  const names = Array.from({ length: 30_000 }, (_, index) => `folder/${index}/part-of-a-file.jpg`);
  const nest = (inner: unknown, levels: number): unknown =>
    levels === 0 ? inner : [names.slice(0, 1000), nest(inner, levels - 1)];

  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ["a list without its first item", names, names.slice(1)],
    ["a list of other items", names, names.map((name) => `${name}x`)],
    ["a wide object", Object.fromEntries(names.entries()), {}],
    ["lists within lists", nest(1, 28), nest(2, 28)],
  ];

  test.each(cases)("%s", (_, before, after) => {
    const [old, now] = [before, after].map((tree) => ({ request: JSON.stringify(tree) }));
    const start = performance.now();
    expect(compareJson(old, now).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
