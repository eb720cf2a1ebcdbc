import type { ExportFormatter } from "../trace-store.ts";

/** Writes the traces of whole lines of wire JSON in another form. It does not keep the bytes. */
export type FormatLines = (lines: Uint8Array) => Uint8Array<ArrayBuffer>;

/** In which form traces are exported. */
export interface ExportForm {
  /** Without it the pieces are the wire JSON. */
  readonly format: FormatLines | undefined;
  /** A piece ends after every so many traces. */
  readonly sectionSize: number | undefined;
}

/**
 * Makes a formatter of what a module exports as `createFormatter`: a function cannot be told to
 * another thread, but where it is made, and of what, can.
 *
 * @throws TypeError when the module exports no such function.
 */
export async function loadFormatter({ module, options }: ExportFormatter): Promise<FormatLines> {
  const loaded: unknown = await import(module);
  if (!makesFormatters(loaded)) throw new TypeError(`${module} exports no createFormatter`);
  return loaded.createFormatter(options);
}

function makesFormatters(
  loaded: unknown,
): loaded is { readonly createFormatter: (options: unknown) => FormatLines } {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "createFormatter" in loaded &&
    typeof loaded.createFormatter === "function"
  );
}
