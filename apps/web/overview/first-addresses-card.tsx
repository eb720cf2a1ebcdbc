import { useTexts } from "../language/use-texts.ts";
import { Card } from "./card.tsx";
import { comparedRanges } from "./first-seen.ts";
import { NewcomerTable } from "./newcomer-table.tsx";
import type { OverviewScope } from "./overview-queries.ts";
import { allTraces } from "./questions.ts";
import { texts } from "./texts.ts";
import { useFirstAddresses } from "./use-first-addresses.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

interface FirstAddressesCardProps {
  readonly scope: OverviewScope;
  readonly retentionDays: number;
}

/** From where something was done in the last day and not before, as far as traces are kept. */
export function FirstAddressesCard({ scope, retentionDays }: FirstAddressesCardProps) {
  const { project, range } = scope;
  const { firstSeen, firstAddresses: t, columns } = useTexts(texts);
  const pathOf = useTraceListPath(project);
  const compared = comparedRanges(range.to, retentionDays);
  const { lastDay, days } = compared;
  const found = useFirstAddresses(project, compared);

  const content = () => {
    if (!found.isAnySeen) return t.none;
    // An address that comes to a new installation is not new because of that.
    if (!found.hasBefore) return firstSeen.nothingBefore(days);
    if (found.isCut) return t.tooMany;
    if (found.newcomers.length === 0) return t.allKnown(days);
    return (
      <NewcomerTable
        label={t.title}
        column={columns.address}
        newcomers={found.newcomers}
        pathTo={(value) => pathOf({ ...allTraces(lastDay), source_ip: [value] })}
      />
    );
  };

  return (
    <Card
      title={t.title}
      about={days === 0 ? undefined : t.about(days)}
      rows={4}
      asked={found.asked}
      share={found.share}
    >
      {content()}
    </Card>
  );
}
