/**
 * A formatter of exports: how many lines each piece has.
 * @public loaded by its address.
 */
export function formatLines(lines: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = lines.reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);
  return new TextEncoder().encode(`${count},`);
}
