/** The bar at a place of the screen; beside the picture it is the nearest one. */
export function barAt(
  x: number,
  { left, width }: Pick<DOMRect, "left" | "width">,
  count: number,
): number {
  const bar = width > 0 ? Math.floor(((x - left) / width) * count) : 0;
  return Math.min(count - 1, Math.max(0, bar));
}
