import type { ApiOperation } from "../api-client/api-reference-api.ts";
import { useTexts } from "../language/use-texts.ts";
import { texts } from "../reference/texts.ts";
import { DataTable } from "../ui/data-table.tsx";
import styles from "./api-reference.module.css";

type ApiTexts = typeof texts.english.api;

interface OperationProps {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** An operation in one line, which opens to what it takes and answers. */
export function OperationDetails({ method, path, operation }: OperationProps) {
  const t = useTexts(texts);
  const { summary, security, parameters = [], requestBody, responses } = operation;
  const name = `${method.toUpperCase()} ${path}`;
  return (
    <details className={styles.operation}>
      <summary>
        <code className={styles.method}>{method.toUpperCase()}</code> <code>{path}</code>
        <span className={styles.summary} lang="en">
          {summary}
        </span>
      </summary>
      <p>{describeCallers(security, t.api)}</p>
      {parameters.length === 0 ? null : (
        <DataTable
          label={t.api.parametersOf(name)}
          columns={[t.api.parameter, t.api.in, t.required, t.description]}
        >
          {parameters.map((parameter) => (
            <tr key={`${parameter.in} ${parameter.name}`}>
              <th scope="row">
                <code>{parameter.name}</code>
              </th>
              <td>{t.api.places[parameter.in]}</td>
              <td>{parameter.required ? t.yes : t.no}</td>
              <td>
                <span lang="en">{parameter.description}</span>{" "}
                {describeValues(parameter.schema, t.api)}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Schema key={type} title={t.api.body(type)} schema={schema} />
      ))}
      {Object.entries(responses)
        .filter(([status]) => status !== "default")
        .map(([status, { content = {} }]) =>
          Object.keys(content).length === 0 ? (
            <p key={status}>{t.api.emptyAnswer(status)}</p>
          ) : (
            Object.entries(content).map(([type, { schema }]) => (
              <Schema key={status + type} title={t.api.answer(status, type)} schema={schema} />
            ))
          ),
        )}
    </details>
  );
}

function Schema({ title, schema }: { title: string; schema: object | undefined }) {
  const { api } = useTexts(texts);
  if (schema === undefined) return <p>{api.alone(title)}</p>;
  return (
    <>
      <p>{api.above(title)}</p>
      <pre className={styles.schema} role="region" aria-label={title} tabIndex={0}>
        {JSON.stringify(schema, undefined, 2)}
      </pre>
    </>
  );
}

function describeValues(
  schema: NonNullable<ApiOperation["parameters"]>[number]["schema"],
  { oneOf }: ApiTexts,
): string {
  const values = schema["enum"] ?? schema.items?.enum;
  return values === undefined ? "" : oneOf(values);
}

function describeCallers(security: ApiOperation["security"], { callers }: ApiTexts): string {
  const names = security.flatMap((one) => Object.keys(one));
  if (names.includes("session")) return callers.session;
  if (names.length > 0) return callers.signed;
  return callers.everybody;
}
