import { readable } from "../run/progress.ts";
import type { GrowthStep } from "../run/plan.ts";

const width = 760;
const height = 430;
const frame = { left: 70, right: 70, top: 58, bottom: 52 };

/** The lines of the picture: latencies against the left axis, the rate against the right one. */
const lines = [
  { id: "page-random", title: "page, random filters", colour: "#0b5cad" },
  { id: "count-random", title: "total, random filters", colour: "#0a7a5a" },
  { id: "histogram-random", title: "histogram, random filters", colour: "#8a5a00" },
  { id: "text-rare", title: "rare word", colour: "#8b2fa8" },
  { id: "text-hex32", title: "32 hex digits", colour: "#b3261e" },
] as const;
const rateColour = "#5f6b76";

/** Draws how p99 and rate of ingest change with the number of traces. Both axes start at nothing. */
export function drawGrowth(steps: readonly GrowthStep[]): string {
  const most = steps.at(-1)?.traces ?? 1;
  const slowest = niceCeiling(
    Math.max(...steps.flatMap((step) => lines.map(({ id }) => step.figures[id]?.p99 ?? 0)), 1),
  );
  const fastest = niceCeiling(
    Math.max(...steps.map((step) => step.figures["ingest"]?.p50 ?? 0), 1),
  );
  const x = (traces: number) => frame.left + (traces / most) * (width - frame.left - frame.right);
  const y = (share: number) => height - frame.bottom - share * (height - frame.top - frame.bottom);
  const path = (valueOf: (step: GrowthStep) => number) =>
    steps
      .map(
        (step, index) => `${index ? "L" : "M"}${fixed(x(step.traces))} ${fixed(y(valueOf(step)))}`,
      )
      .join("");

  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${frame.left}" x2="${width - frame.right}" y1="${fixed(y(share))}" y2="${fixed(y(share))}" stroke="#d5dbe1"/>` +
      label(frame.left - 8, y(share) + 4, "end", readable(slowest * share, 1)) +
      label(
        width - frame.right + 8,
        y(share) + 4,
        "start",
        `${readable((fastest * share) / 1000, 1)}k`,
      ),
  );
  const ticks = steps.map((step) =>
    label(x(step.traces), height - frame.bottom + 18, "middle", readable(step.traces / 1e6, 2)),
  );
  const curves = lines.map(
    ({ id, colour }) =>
      `<path d="${path((step) => (step.figures[id]?.p99 ?? 0) / slowest)}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
  );
  const rate = `<path d="${path((step) => (step.figures["ingest"]?.p50 ?? 0) / fastest)}" fill="none" stroke="${rateColour}" stroke-width="2" stroke-dasharray="6 4"/>`;
  const legend = [...lines, { title: "ingest, traces/s (right)", colour: rateColour }].map(
    ({ title, colour }, index) => {
      const left = frame.left + (index % 3) * 220;
      const top = 18 + Math.floor(index / 3) * 20;
      return `<rect x="${left}" y="${top - 9}" width="14" height="4" fill="${colour}"/>${label(left + 20, top - 3, "start", title)}`;
    },
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="p99 of answers and rate of ingest against the number of traces" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...grid,
    ...ticks,
    ...curves,
    rate,
    ...legend,
    label(frame.left - 8, frame.top - 10, "end", "ms, p99"),
    label(width / 2, height - 12, "middle", "million traces stored"),
    "</svg>\n",
  ].join("\n");
}

function label(x: number, y: number, anchor: string, text: string): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" fill="#1f2933">${text}</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

/** The next 1, 2 or 5 with noughts. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
