import { traceSchema, traceUserSchema } from "@trace-console/contracts/trace";
import { Link } from "react-router-dom";
import { DataTable } from "../ui/data-table.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { listSchemaFields } from "./schema-fields.ts";
import type { SchemaField } from "./schema-fields.ts";
import styles from "./trace-structure.module.css";

const columns = ["Field", "Type", "Required", "Description"];
const traceFields = listSchemaFields(traceSchema).filter(({ name }) => !name.includes("."));
const userFields = listSchemaFields(traceUserSchema, "user.");

function FieldTable({ title, fields }: { title: string; fields: readonly SchemaField[] }) {
  return (
    <DataTable label={title} columns={columns}>
      {fields.map(({ name, type, required, description }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td>{type}</td>
          <td>{required ? "Yes" : "No"}</td>
          <td>{description}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** What the fields of a trace mean: made from the schema that every trace is read with. */
export function TraceStructurePage() {
  return (
    <>
      <PageHeading title="Trace Structure" />
      <div className={styles.card}>
        <p>
          A trace is one recorded operation. Fields that are not required may be absent; fields that
          are not listed here are kept and shown as they came. Programs read traces by{" "}
          <Link to="/api-reference">the API</Link>.
        </p>
        <h2>Fields of a trace</h2>
        <FieldTable title="Fields of a trace" fields={traceFields} />
        <h2>Fields of user</h2>
        <FieldTable title="Fields of user" fields={userFields} />
      </div>
    </>
  );
}
