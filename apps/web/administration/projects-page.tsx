import type { ProjectList } from "@trace-console/contracts/administration-api";
import { regionById } from "@trace-console/contracts/regions";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { regionName } from "../shell/scope.ts";
import { DataTable } from "../ui/data-table.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useProjects } from "./administration-queries.ts";
import styles from "./administration.module.css";
import { ProjectForm } from "./project-form.tsx";
import { texts } from "./texts.ts";

/** The registered projects, and registering another one. */
export function ProjectsPage() {
  const t = useTexts(texts);
  const projects = useProjects();
  return (
    <>
      <PageHeading title={t.projects.title} />
      {projects.isPending ? <Waiting label={t.loading} /> : null}
      {projects.isError ? (
        <FailurePanel
          title={t.projects.notLoaded}
          error={projects.error}
          onRetry={() => void projects.refetch()}
        />
      ) : null}
      {/* What came once stays when asking again fails: the form may be half filled in. */}
      {projects.data === undefined ? null : (
        <div className={styles.card}>
          <p>{t.projects.about}</p>
          <ProjectForm />
          <ProjectTable projects={projects.data.projects} />
        </div>
      )}
    </>
  );
}

function ProjectTable({ projects }: ProjectList) {
  const t = useTexts(texts);
  const language = useLanguage();
  const describeRegion = (id: string) => {
    const name = regionName(regionById(id), language);
    return name === id ? id : t.nameWithId(name, id);
  };
  if (projects.length === 0) {
    return (
      <MessagePanel title={t.projects.none}>
        <p>{t.projects.registerOne}</p>
      </MessagePanel>
    );
  }
  return (
    <DataTable
      label={t.projects.title}
      columns={[t.projects.id, t.projects.name, t.projects.region, t.projects.domain]}
    >
      {projects.map(({ project_id, name, region, domain_id }) => (
        <tr key={project_id}>
          <th scope="row">
            <PlainText text={project_id} />
          </th>
          <td>
            <PlainText text={name} />
          </td>
          <td>{describeRegion(region)}</td>
          <td>
            <PlainText text={domain_id ?? "-"} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
