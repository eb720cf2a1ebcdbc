import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { CountLink } from "./count-link.tsx";
import { CountTable } from "./count-table.tsx";
import { texts } from "./texts.ts";
import type { Counted } from "./totals.ts";

interface NewcomerTableProps {
  readonly label: string;
  /** What the newcomers are. */
  readonly column: string;
  readonly newcomers: Counted;
  /** The address of the list of one's traces. */
  readonly pathTo: (value: string) => string;
}

/** Who or what is new, with links to the traces of each. */
export function NewcomerTable({ label, column, newcomers, pathTo }: NewcomerTableProps) {
  const { tracesOf, columns } = useTexts(texts);
  return (
    <CountTable label={label} columns={[column, columns.traces]} items={newcomers}>
      {({ value, count }) => (
        <tr key={value}>
          <th scope="row" title={value}>
            <PlainText text={value} />
          </th>
          <td>
            <CountLink count={count} to={pathTo(value)} label={tracesOf(count, value)} />
          </td>
        </tr>
      )}
    </CountTable>
  );
}
