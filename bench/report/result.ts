import { rows as allRows } from "../rows/rows.ts";
import type { Figure } from "../run/figures.ts";
import type { GrowthStep, Outcome } from "../run/plan.ts";

type Figures = Readonly<Record<string, Figure>>;

/** The machine and the versions that a run was made with. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  /** Each engine with its version and settings. */
  readonly engines: Readonly<Record<string, string>>;
}

export interface ResultRow {
  readonly id: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly ours: Figure;
  readonly peers: Figures;
  readonly ceiling?: Figures;
}

/** What one run of the benchmark found: the form of `--json`. */
export interface Result {
  readonly machine: Machine;
  readonly traces: number;
  readonly rows: readonly ResultRow[];
  readonly growth: readonly GrowthStep[];
}

/** Puts the figures of all engines together, row by row; rows that ours has no figure of are left out. */
export function combine(
  ours: Figures,
  peers: Readonly<Record<string, Outcome>>,
  ceilings: Readonly<Record<string, Figures>>,
): ResultRow[] {
  return allRows.flatMap(({ id, unit, better }) => {
    const own = ours[id];
    if (own === undefined) return [];
    const others = Object.entries(peers).flatMap(([name, { figures }]) => {
      const figure = figures[id];
      return figure === undefined ? [] : [[name, round(figure)] as const];
    });
    const ceiling = ceilings[id];
    return [
      {
        id,
        unit,
        better,
        ours: round(own),
        peers: Object.fromEntries(others),
        ...(ceiling === undefined ? {} : { ceiling: roundAll(ceiling) }),
      },
    ];
  });
}

function roundAll(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, round(one)]));
}

/** Four significant digits: the rest is noise. */
export function round({ p50, p99 }: Figure): Figure {
  return { p50: Number(p50.toPrecision(4)), p99: Number(p99.toPrecision(4)) };
}
