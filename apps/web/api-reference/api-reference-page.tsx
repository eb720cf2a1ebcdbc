import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { fetchApiDocument } from "../api-client/api-reference-api.ts";
import { useTexts } from "../language/use-texts.ts";
import styles from "../reference/reference.module.css";
import { texts } from "../reference/texts.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { OperationDetails } from "./operation-details.tsx";

/** The API for people: what the server says of itself, in English, in `/openapi.json`. */
export function ApiReferencePage() {
  const { api } = useTexts(texts);
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
      <PageHeading title={api.title} />
      <div className={styles.card}>
        <p>
          {api.about.before}
          <a href="/openapi.json">{api.about.document}</a>
          {api.about.between}
          <Link to="/trace-structure">{api.about.traces}</Link>
          {api.about.after}
        </p>
        {api.language === "" ? null : <p>{api.language}</p>}
        {data.tags.map(({ name }) => (
          <section key={name}>
            <h2 lang="en">{name}</h2>
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
