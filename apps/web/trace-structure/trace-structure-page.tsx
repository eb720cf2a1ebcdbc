import { traceSchema, traceUserSchema } from "@trace-console/contracts/trace";
import { Link } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import styles from "../reference/reference.module.css";
import { texts } from "../reference/texts.ts";
import { DataTable } from "../ui/data-table.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { listSchemaFields } from "./schema-fields.ts";
import type { SchemaField } from "./schema-fields.ts";

const traceFields = listSchemaFields(traceSchema).filter(({ name }) => !name.includes("."));
const userFields = listSchemaFields(traceUserSchema, "user.");

function FieldTable({ title, fields }: { title: string; fields: readonly SchemaField[] }) {
  const t = useTexts(texts);
  return (
    <DataTable label={title} columns={[t.traces.field, t.traces.type, t.required, t.description]}>
      {fields.map((field) => (
        <tr key={field.name}>
          <th scope="row">
            <code>{field.name}</code>
          </th>
          <td>{field.type}</td>
          <td>{field.required ? t.yes : t.no}</td>
          <td>{t.traces.describe(field)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** What the fields of a trace mean: made from the schema that every trace is read with. */
export function TraceStructurePage() {
  const { traces } = useTexts(texts);
  return (
    <>
      <PageHeading title={traces.title} />
      <div className={styles.card}>
        <p>
          {traces.about.before}
          <Link to="/api-reference">{traces.about.api}</Link>
          {traces.about.after}
        </p>
        <h2>{traces.fieldsOfTrace}</h2>
        <FieldTable title={traces.fieldsOfTrace} fields={traceFields} />
        <h2>{traces.fieldsOfUser}</h2>
        <FieldTable title={traces.fieldsOfUser} fields={userFields} />
      </div>
    </>
  );
}
