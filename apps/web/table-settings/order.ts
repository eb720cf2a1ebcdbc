/** The items with one of them at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1));
}

/** All items: those that are shown have the places that they had, in their own order. */
export function arranged<Item>(all: readonly Item[], shown: readonly Item[]): Item[] {
  const inOrder = shown.filter((item) => all.includes(item));
  let next = 0;
  return all.map((item) => (inOrder.includes(item) ? (inOrder[next++] ?? item) : item));
}

/** Those that are shown after one of all items was chosen, or taken away. */
export function toggled<Item>(all: readonly Item[], shown: readonly Item[], item: Item): Item[] {
  return all.filter((one) => shown.includes(one) !== (one === item));
}

/** The place in a list for what is held at `y`, between the middles of the other items. */
export function placeAt(y: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < y).length;
}
