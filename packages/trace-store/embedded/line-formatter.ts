/** Writes the traces of whole lines of wire JSON in another form. It does not keep the bytes. */
export type FormatLines = (lines: Uint8Array) => Uint8Array<ArrayBuffer>;

/**
 * What a module exports as `formatLines`: a function cannot be told to another thread, but where it
 * is can.
 *
 * @throws TypeError when it exports no such function.
 */
export async function loadFormatter(module: string): Promise<FormatLines> {
  const loaded: unknown = await import(module);
  if (!exportsFormatter(loaded)) throw new TypeError(`${module} exports no formatLines`);
  return loaded.formatLines;
}

function exportsFormatter(loaded: unknown): loaded is { readonly formatLines: FormatLines } {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "formatLines" in loaded &&
    typeof loaded.formatLines === "function"
  );
}
