import { Link } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { Card } from "./card.tsx";
import { EndingLine } from "./ending-line.tsx";
import styles from "./endings.module.css";
import { countEndings, endedJobs } from "./job-endings.ts";
import { type OverviewScope, useCounts, useNewest } from "./overview-queries.ts";
import { allTraces } from "./questions.ts";
import { texts } from "./texts.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

/** So many jobs are told of. */
const toldAtMost = 4;

/** Which jobs were stopped or deleted last, and by whom. */
export function EndingsCard({ scope }: { scope: OverviewScope }) {
  const { project, range, preset } = scope;
  const t = useTexts(texts).endings;
  const pathOf = useTraceListPath(project);
  const newest = useNewest(project, endedJobs(range), toldAtMost);
  // Its card tells when it cannot be had; this one does without the number.
  const all = useCounts(project, allTraces(range));
  const count = countEndings(all.data?.facets.trace_name ?? []);
  const endings = newest.data?.traces ?? [];
  return (
    <Card
      title={t.title}
      rows={toldAtMost}
      isStacking
      isWide
      asked={[newest]}
      action={count === 0 ? null : <Link to={pathOf(endedJobs(range))}>{t.all(count)}</Link>}
    >
      {endings.length === 0 ? (
        t.none[preset]
      ) : (
        <ul className={styles.list}>
          {endings.map((trace) => (
            <EndingLine key={trace.trace_id} project={project} trace={trace} />
          ))}
        </ul>
      )}
    </Card>
  );
}
