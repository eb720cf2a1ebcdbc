/**
 * To which item of a menu a key leads from the one at `at`, -1 for none: the first follows the
 * last. Null for every other key.
 */
export function itemAfter(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return at <= 0 ? count - 1 : at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
