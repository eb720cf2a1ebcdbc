import { useQueryClient } from "@tanstack/react-query";
import type { Project } from "@trace-console/contracts/console-api";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router-dom";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { retryFailed } from "../api-client/query-client.ts";
import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { formatPickedRange } from "../ui/format-time.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { EndingsCard } from "./endings-card.tsx";
import { FailuresCard } from "./failures-card.tsx";
import { FirstAddressesCard } from "./first-addresses-card.tsx";
import { FirstSeenCard } from "./first-seen-card.tsx";
import { HeatMapCard } from "./heat-map-card.tsx";
import { OperatorsCard } from "./operators-card.tsx";
import styles from "./overview.module.css";
import { type OverviewScope, useCounts } from "./overview-queries.ts";
import {
  type OverviewPreset,
  formatOverviewUrl,
  readOverviewUrl,
  withOverviewTime,
} from "./overview-url.ts";
import { allTraces } from "./questions.ts";
import { RangeControls } from "./range-controls.tsx";
import { texts } from "./texts.ts";
import { TotalsCard } from "./totals-card.tsx";
import { zoneText } from "./zone-text.ts";

interface OverviewPageProps {
  readonly project: Project;
  readonly retentionDays: number;
}

/**
 * What happened in a project lately. The address names the range, with its end to the millisecond:
 * all numbers are counted over just that, and so are the lists that they lead to.
 */
export function OverviewPage({ project, retentionDays }: OverviewPageProps) {
  const t = useTexts(texts);
  const zone = useZone();
  const [params, setParams] = useSearchParams();
  const state = readOverviewUrl(params);
  const incomplete = state === null;
  useEffect(() => {
    if (incomplete) setParams((now) => withOverviewTime(now, Date.now()), { replace: true });
  }, [incomplete, setParams]);

  if (state === null) return <Waiting label={t.loading} />;
  const show = (wanted: OverviewPreset, replace: boolean) =>
    setParams((now) => formatOverviewUrl(now, wanted, Date.now()), { replace });
  const { preset, range } = state;
  const scope = { project, preset, range };
  const { start, end } = formatPickedRange(range.from, range.to, zone);
  return (
    <>
      <div className={styles.titleBar}>
        <PageHeading title={t.title} />
        <RangeControls
          preset={preset}
          onPreset={(wanted) => show(wanted, false)}
          // The same at a later moment is no step that Back should lead through.
          onRefresh={() => show(preset, true)}
        />
      </div>
      <div className={styles.about}>
        <p className={styles.question}>{t.question[preset]}</p>
        <p>{t.about(start, end, zoneText(zone, range.to))}</p>
      </div>
      <Cards scope={scope} retentionDays={retentionDays} />
    </>
  );
}

interface CardsProps {
  readonly scope: OverviewScope;
  readonly retentionDays: number;
}

/** The cards. Where not even the totals can be had, one message stands for all of them. */
function Cards({ scope, retentionDays }: CardsProps) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const { error, isLoadingError } = useCounts(scope.project, allTraces(scope.range));
  return (
    <div ref={place} tabIndex={-1}>
      {isLoadingError ? (
        <FailurePanel
          title={t.notLoaded}
          error={error}
          onRetry={() => {
            // The button goes away, and must not take the focus with it.
            place.current?.focus();
            retryFailed(client);
          }}
        />
      ) : (
        <div className={styles.grid}>
          <TotalsCard scope={scope} />
          <FailuresCard scope={scope} />
          <OperatorsCard scope={scope} />
          <EndingsCard scope={scope} />
          <HeatMapCard scope={scope} />
          {/* These are as high as what they find: nothing stands below that could move. */}
          <FirstSeenCard scope={scope} retentionDays={retentionDays} />
          <FirstAddressesCard scope={scope} retentionDays={retentionDays} />
        </div>
      )}
    </div>
  );
}
