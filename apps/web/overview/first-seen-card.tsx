import { useTexts } from "../language/use-texts.ts";
import { Card } from "./card.tsx";
import { comparedRanges, firstSeen } from "./first-seen.ts";
import { NewcomerTable } from "./newcomer-table.tsx";
import { type OverviewScope, useCounts } from "./overview-queries.ts";
import { allTraces } from "./questions.ts";
import { texts } from "./texts.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

interface FirstSeenCardProps {
  readonly scope: OverviewScope;
  readonly retentionDays: number;
}

/** Who was seen in the last day and not before, as far as traces are kept. */
export function FirstSeenCard({ scope, retentionDays }: FirstSeenCardProps) {
  const { project, range } = scope;
  const { firstSeen: t, columns } = useTexts(texts);
  const pathOf = useTraceListPath(project);
  const { lastDay, before, days } = comparedRanges(range.to, retentionDays);
  const now = useCounts(project, allTraces(lastDay));
  const earlier = useCounts(project, allTraces(before));
  const seenNow = now.data?.facets.user ?? [];
  const seenBefore = earlier.data?.facets;

  const content = () => {
    if (seenBefore === undefined) return null;
    if (seenNow.length === 0) return t.nobody;
    // Whoever comes to a new installation is not new because of that.
    if (seenBefore.trace_name.length === 0) return t.nothingBefore(days);
    const newcomers = firstSeen(seenNow, seenBefore.user);
    if (newcomers.length === 0) return t.allKnown(days);
    return (
      <NewcomerTable
        label={t.title}
        column={columns.operator}
        newcomers={newcomers}
        pathTo={(value) => pathOf({ ...allTraces(lastDay), user: [value] })}
      />
    );
  };

  return (
    <Card
      title={t.title}
      about={days === 0 ? undefined : t.about(days)}
      rows={4}
      asked={[now, earlier]}
    >
      {content()}
    </Card>
  );
}
