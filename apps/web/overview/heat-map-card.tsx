import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { activityWidth } from "./activity-width.ts";
import { Card } from "./card.tsx";
import { buildHeatMap, mostOf } from "./heat-map.ts";
import { HeatMapLegend } from "./heat-map-legend.tsx";
import { HeatMapTable } from "./heat-map-table.tsx";
import { type OverviewScope, useActivity } from "./overview-queries.ts";
import { allTraces } from "./questions.ts";
import { texts } from "./texts.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";
import { zoneText } from "./zone-text.ts";

/** As high as two days, or eight, with heading and legend. */
const rowsOf = { "1d": 3.4, "1w": 8 } as const;

/** When it was done: the traces of each hour. */
export function HeatMapCard({ scope }: { scope: OverviewScope }) {
  const { project, range, preset } = scope;
  const { heatMap: t, nothing } = useTexts(texts);
  const zone = useZone();
  const pathOf = useTraceListPath(project);
  const activity = useActivity(project, allTraces(range), activityWidth(range, zone));
  const rows = activity.data === undefined ? [] : buildHeatMap(activity.data, range, zone);
  const most = mostOf(rows);
  return (
    <Card
      title={t.title}
      about={t.about(zoneText(zone, range.to))}
      rows={rowsOf[preset]}
      isWide
      asked={[activity]}
    >
      {most === 0 ? (
        nothing
      ) : (
        <>
          <HeatMapTable
            key={`${range.from} ${range.to} ${zone}`}
            rows={rows}
            most={most}
            pathOf={(hour) => pathOf(allTraces(hour))}
          />
          <HeatMapLegend most={most} />
        </>
      )}
    </Card>
  );
}
