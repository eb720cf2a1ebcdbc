import type { ExportProgress } from "@trace-console/contracts/export-api";

/**
 * The share of the traces that were handed on, in whole percent: 100 only at the end. Undefined
 * where it is not known how many there will be.
 */
export function percentOf({ state, traces, total }: ExportProgress): number | undefined {
  if (state === "complete") return 100;
  if (total === undefined || total === 0) return undefined;
  return Math.min(99, Math.floor((traces / total) * 100));
}

/** Bytes as people read them: `34.5 MB`. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
