/** A part in percent of the whole, with one decimal: never 0 or 100 where it is not quite. */
export function percentOf(part: number, whole: number): string {
  if (part === 0) return "0";
  if (part >= whole) return "100";
  const percent = (part / whole) * 100;
  if (percent < 0.1) return "<0.1";
  if (percent > 99.9) return ">99.9";
  return percent.toLocaleString("en", { maximumFractionDigits: 1 });
}
