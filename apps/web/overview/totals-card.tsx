import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { Card } from "./card.tsx";
import { operatorsAnchor } from "./operators-card.tsx";
import { type OverviewScope, useCounts } from "./overview-queries.ts";
import { percentOf } from "./percent.ts";
import { allTraces, failedTraces } from "./questions.ts";
import { texts } from "./texts.ts";
import { totalsOf } from "./totals.ts";
import styles from "./totals.module.css";
import { useTraceListPath } from "./use-trace-list-path.ts";

/** How much was done, how much of it failed, and by how many. */
export function TotalsCard({ scope }: { scope: OverviewScope }) {
  const { project, range } = scope;
  const t = useTexts(texts).totals;
  const pathOf = useTraceListPath(project);
  const all = useCounts(project, allTraces(range));

  const tiles = () => {
    if (all.data === undefined) return null;
    const { traces, failures, operators } = totalsOf(all.data.facets);
    if (traces === 0) return t.nothing;
    return (
      <ul className={styles.tiles}>
        <li>
          <Tile count={traces} label={t.traces} to={pathOf(allTraces(range))} />
        </li>
        <li>
          <Tile count={failures} label={t.failures} to={pathOf(failedTraces(range))}>
            {failures === 0 ? null : t.shareOfAll(percentOf(failures, traces))}
          </Tile>
        </li>
        <li>
          {/* No list counts operators: those who are meant stand on this page. */}
          <Tile count={operators} label={t.operators} to={`#${operatorsAnchor}`} />
        </li>
      </ul>
    );
  };

  return (
    <Card title={t.title} rows={2.4} isWide asked={[all]}>
      {tiles()}
    </Card>
  );
}

interface TileProps {
  readonly count: number;
  readonly label: string;
  /** Where it leads: the address of a list, or a place of this page. */
  readonly to: string;
  readonly children?: ReactNode;
}

function Tile({ count, label, to, children }: TileProps) {
  const content = (
    <>
      <span className={styles.number}>{count.toLocaleString("en")}</span>{" "}
      <span className={styles.label}>{label}</span> <span className={styles.note}>{children}</span>
    </>
  );
  if (count === 0) return <div className={styles.tile}>{content}</div>;
  // The browser goes to a place of the page by itself, and moves the focus there.
  if (to.startsWith("#")) {
    return (
      <a className={styles.tile} href={to}>
        {content}
      </a>
    );
  }
  return (
    <Link className={styles.tile} to={to}>
      {content}
    </Link>
  );
}
