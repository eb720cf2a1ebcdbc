/**
 * A formatter of exports: how many lines each piece has, and what stands behind it.
 * @public loaded by its address.
 */
export function createFormatter(
  separator: unknown,
): (lines: Uint8Array) => Uint8Array<ArrayBuffer> {
  return (lines) => {
    const count = lines.reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);
    return new TextEncoder().encode(`${count}${String(separator)}`);
  };
}
