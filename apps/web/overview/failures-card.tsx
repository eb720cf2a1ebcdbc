import { Link } from "react-router-dom";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { Card } from "./card.tsx";
import { CountLink } from "./count-link.tsx";
import { CountTable } from "./count-table.tsx";
import styles from "./counts.module.css";
import { operationText } from "./operation-text.ts";
import { type OverviewScope, useAllAndFailed } from "./overview-queries.ts";
import { allTraces, failedTraces } from "./questions.ts";
import { mostFailures } from "./ranking.ts";
import { ShareBar } from "./share-bar.tsx";
import { texts } from "./texts.ts";
import { sumOf } from "./totals.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

/** The operations that failed most, with the share of their traces that did. */
export function FailuresCard({ scope }: { scope: OverviewScope }) {
  const { project, range, preset } = scope;
  const t = useTexts(texts);
  const language = useLanguage();
  const pathOf = useTraceListPath(project);
  const { all, failed } = useAllAndFailed(scope);
  const names = all.data?.facets.trace_name ?? [];
  const failedNames = failed.data?.facets.trace_name ?? [];
  const { operation, failures: failuresColumn, traces: tracesColumn, share } = t.columns;

  const content = () => {
    if (names.length === 0) return t.nothing;
    if (failedNames.length === 0) return t.failures.none[preset];
    return (
      <CountTable
        label={t.failures.title}
        columns={[operation, failuresColumn, tracesColumn, share]}
        items={mostFailures(names, failedNames)}
      >
        {({ value, traces, failures }) => {
          const ofName = { trace_name: [value] };
          return (
            <tr key={value}>
              <th scope="row" title={value}>
                <PlainText text={value} />
                <span className={styles.words}>{operationText(value, language)}</span>
              </th>
              <td>
                <CountLink
                  count={failures}
                  to={pathOf({ ...failedTraces(range), ...ofName })}
                  label={t.failuresOf(failures, value)}
                />
              </td>
              <td>
                <CountLink
                  count={traces}
                  to={pathOf({ ...allTraces(range), ...ofName })}
                  label={t.tracesOf(traces, value)}
                />
              </td>
              <td>
                <ShareBar part={failures} whole={traces} />
              </td>
            </tr>
          );
        }}
      </CountTable>
    );
  };

  return (
    <Card
      title={t.failures.title}
      rows={7}
      asked={[all, failed]}
      action={
        failedNames.length === 0 ? null : (
          <Link to={pathOf(failedTraces(range))}>{t.failures.all(sumOf(failedNames))}</Link>
        )
      }
    >
      {content()}
    </Card>
  );
}
