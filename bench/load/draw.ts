import type { Random } from "@trace-console/trace-samples/random";

const tableSize = 1 << 20;

/**
 * Draws indexes of `weights`, each as often as its weight says, to a millionth.
 *
 * @returns a function that gives the next index.
 */
export function drawByWeight(weights: readonly number[]): (random: Random) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(tableSize);
  let filled = 0;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    // At least one place each, so that everything occurs once there are enough traces.
    const until = Math.max(filled + 1, Math.round((tableSize * sum) / total));
    table.fill(index, filled, until);
    filled = Math.min(until, tableSize);
  }
  return (random) => table[random.uint32() >>> 12] ?? 0;
}

/** An even mix of the bits of two numbers: the same numbers, the same 32 bits. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
