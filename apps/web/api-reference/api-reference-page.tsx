import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { fetchApiDocument } from "../api-client/api-reference-api.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { OperationDetails } from "./operation-details.tsx";
import styles from "./api-reference.module.css";

/** The API for people: what the server says of itself in `/openapi.json`. */
export function ApiReferencePage() {
  const { data } = useSuspenseQuery({
    queryKey: ["api-reference"],
    queryFn: ({ signal }) => fetchApiDocument(signal),
    staleTime: Infinity,
  });
  const operations = Object.entries(data.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <>
      <PageHeading title="API Reference" />
      <div className={styles.card}>
        <p>
          Programs read the same as <a href="/openapi.json">OpenAPI 3.1</a>. Errors carry a code and
          say what to do. <Link to="/trace-structure">Trace Structure</Link> says what the fields of
          a trace mean.
        </p>
        {data.tags.map(({ name }) => (
          <section key={name}>
            <h2>{name}</h2>
            {operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map((one) => (
                <OperationDetails key={`${one.method} ${one.path}`} {...one} />
              ))}
          </section>
        ))}
      </div>
    </>
  );
}
