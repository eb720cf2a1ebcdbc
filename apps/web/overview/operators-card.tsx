import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { Card } from "./card.tsx";
import { CountLink } from "./count-link.tsx";
import { CountTable } from "./count-table.tsx";
import { type OverviewScope, useAllAndFailed } from "./overview-queries.ts";
import { allTraces, failedTraces } from "./questions.ts";
import { mostActive } from "./ranking.ts";
import { texts } from "./texts.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

/** Where the number of operators leads. */
export const operatorsAnchor = "overview-operators";

/** Who did most, and how much of it failed. */
export function OperatorsCard({ scope }: { scope: OverviewScope }) {
  const { project, range } = scope;
  const t = useTexts(texts);
  const pathOf = useTraceListPath(project);
  const { all, failed } = useAllAndFailed(scope);
  const operators = all.data?.facets.user ?? [];
  const hasTraces = (all.data?.facets.trace_name.length ?? 0) > 0;
  const { operator, traces: tracesColumn, failures: failuresColumn } = t.columns;

  const content = () => {
    if (!hasTraces) return t.nothing;
    if (operators.length === 0) return t.operators.none;
    return (
      <CountTable
        label={t.operators.title}
        columns={[operator, tracesColumn, failuresColumn]}
        items={mostActive(operators, failed.data?.facets.user ?? [])}
      >
        {({ value, traces, failures }) => (
          <tr key={value}>
            <th scope="row" title={value}>
              <PlainText text={value} />
            </th>
            <td>
              <CountLink
                count={traces}
                to={pathOf({ ...allTraces(range), user: [value] })}
                label={t.tracesOf(traces, value)}
              />
            </td>
            <td>
              <CountLink
                count={failures}
                to={pathOf({ ...failedTraces(range), user: [value] })}
                label={t.failuresOf(failures, value)}
              />
            </td>
          </tr>
        )}
      </CountTable>
    );
  };

  return (
    <Card title={t.operators.title} anchor={operatorsAnchor} rows={7} asked={[all, failed]}>
      {content()}
    </Card>
  );
}
