import type { ProjectList } from "@trace-console/contracts/administration-api";
import { regionById } from "@trace-console/contracts/regions";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useProjects } from "./administration-queries.ts";
import styles from "./administration.module.css";
import { ProjectForm } from "./project-form.tsx";

const columns = ["Project ID", "Name", "Region", "Domain ID"];

/** The registered projects, and registering another one. */
export function ProjectsPage() {
  const projects = useProjects();
  return (
    <>
      <PageHeading title="Projects" />
      {projects.isPending ? <Waiting label="Loading…" /> : null}
      {projects.isError ? (
        <FailurePanel
          title="The projects could not be loaded"
          error={projects.error}
          onRetry={() => void projects.refetch()}
        />
      ) : null}
      {/* What came once stays when asking again fails: the form may be half filled in. */}
      {projects.data === undefined ? null : (
        <div className={styles.card}>
          <p>
            Traces belong to a project, and roles hold in projects. An import registers the projects
            of its traces by itself.
          </p>
          <ProjectForm />
          <ProjectTable projects={projects.data.projects} />
        </div>
      )}
    </>
  );
}

function ProjectTable({ projects }: ProjectList) {
  if (projects.length === 0) {
    return (
      <MessagePanel title="No project is registered yet">
        <p>Register one, or import traces.</p>
      </MessagePanel>
    );
  }
  return (
    <DataTable label="Projects" columns={columns}>
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

function describeRegion(id: string): string {
  const { name } = regionById(id);
  return name === id ? id : `${name} (${id})`;
}
