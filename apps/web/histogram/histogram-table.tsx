import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { DataTable } from "../ui/data-table.tsx";
import { type Bar, namedStatuses, sumOf, totalOf } from "./bars.ts";
import styles from "./histogram.module.css";
import { texts } from "./texts.ts";
import { spanText } from "./words.ts";

/** What the picture shows, in numbers: for whoever cannot see it, or wants to know exactly. */
export function HistogramTable({ bars }: { bars: readonly Bar[] }) {
  const t = useTexts(texts);
  const zone = useZone();
  const named = namedStatuses(sumOf(bars));
  return (
    <div className={styles.table}>
      <DataTable
        label={t.table}
        isSlim
        columns={[t.span, ...named.map((status) => t.statuses[status]), t.total]}
      >
        {bars
          .filter(({ counts }) => totalOf(counts) > 0)
          .map(({ from, to, counts }) => (
            <tr key={from}>
              <th scope="row">{spanText(from, to, zone)}</th>
              {named.map((status) => (
                <td key={status}>{counts[status].toLocaleString("en")}</td>
              ))}
              <td>{totalOf(counts).toLocaleString("en")}</td>
            </tr>
          ))}
      </DataTable>
      <p>{t.leftOut}</p>
    </div>
  );
}
