import fc from "fast-check";
import { expect, it } from "vitest";
import { TextMatrix, tileRows } from "./text-matrix.ts";

it("rows come out as their bits were set, folded rows as the union of theirs", () => {
  const [groups, rows] = [70, 4 * tileRows];
  const space = { from: tileRows, to: rows };
  const bit = fc.record({ group: fc.nat(groups - 1), row: fc.nat(rows - 1) });
  const folds = fc.constantFrom(tileRows, 2 * tileRows, 3 * tileRows);
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 600 }), folds, (bits, kept) => {
      const matrix = new TextMatrix(rows, groups);
      for (const { group, row } of bits) {
        const index = matrix.startOf(group) + (row >>> 5);
        matrix.words[index] = (matrix.words[index] ?? 0) | (1 << row);
      }

      const inSpace = bits.filter(({ row }) => row >= space.from);
      const expected = new Set(
        inSpace.map(({ group, row }) => `${(row - space.from) % kept} ${group}`),
      );
      const found: string[] = [];
      const tile = new Int32Array(tileRows * 3).fill(-1);
      for (let first = 0; first < kept; first += tileRows) {
        matrix.turn(space, first, kept, tile);
        for (const [index, word] of tile.entries()) {
          for (let place = 0; place < 32; place += 1) {
            if (((word >>> place) & 1) === 0) continue;
            found.push(`${first + Math.floor(index / 3)} ${(index % 3) * 32 + place}`);
          }
        }
      }
      expect(new Set(found)).toEqual(expected);

      const different = new Set(inSpace.map(({ group, row }) => `${row} ${group}`));
      expect(matrix.shareSet(space)).toBeCloseTo(different.size / (groups * 3 * tileRows), 12);
    }),
    { numRuns: 40 },
  );
});
