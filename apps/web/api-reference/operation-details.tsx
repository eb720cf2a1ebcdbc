import type { ApiOperation } from "../api-client/api-reference-api.ts";
import { DataTable } from "../ui/data-table.tsx";
import styles from "./api-reference.module.css";

interface OperationProps {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** An operation in one line, which opens to what it takes and answers. */
export function OperationDetails({ method, path, operation }: OperationProps) {
  const { summary, security, parameters = [], requestBody, responses } = operation;
  const name = `${method.toUpperCase()} ${path}`;
  return (
    <details className={styles.operation}>
      <summary>
        <code className={styles.method}>{method.toUpperCase()}</code> <code>{path}</code>
        <span className={styles.summary}>{summary}</span>
      </summary>
      <p>{describeCallers(security)}</p>
      {parameters.length === 0 ? null : (
        <DataTable
          label={`Parameters of ${name}`}
          columns={["Parameter", "In", "Required", "Description"]}
        >
          {parameters.map((parameter) => (
            <tr key={`${parameter.in} ${parameter.name}`}>
              <th scope="row">
                <code>{parameter.name}</code>
              </th>
              <td>{parameter.in}</td>
              <td>{parameter.required ? "Yes" : "No"}</td>
              <td>{describeParameter(parameter)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Schema key={type} title={`Body, ${type}`} schema={schema} />
      ))}
      {Object.entries(responses)
        .filter(([status]) => status !== "default")
        .map(([status, { content = {} }]) =>
          Object.keys(content).length === 0 ? (
            <p key={status}>Answers {status} without a body.</p>
          ) : (
            Object.entries(content).map(([type, { schema }]) => (
              <Schema key={status + type} title={`Answers ${status}, ${type}`} schema={schema} />
            ))
          ),
        )}
    </details>
  );
}

function Schema({ title, schema }: { title: string; schema: object | undefined }) {
  if (schema === undefined) return <p>{title}.</p>;
  return (
    <>
      <p>{title}:</p>
      <pre className={styles.schema} role="region" aria-label={title} tabIndex={0}>
        {JSON.stringify(schema, undefined, 2)}
      </pre>
    </>
  );
}

function describeParameter({
  description = "",
  schema,
}: NonNullable<ApiOperation["parameters"]>[number]): string {
  const values = schema["enum"] ?? schema.items?.enum;
  return values === undefined ? description : `${description} One of ${values.join(", ")}.`;
}

function describeCallers(security: ApiOperation["security"]): string {
  const names = security.flatMap((one) => Object.keys(one));
  if (names.includes("session")) return "For whoever is signed in to the console.";
  if (names.length > 0) return "For whoever signs the request or sends a token.";
  return "For everybody.";
}
