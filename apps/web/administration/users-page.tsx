import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useProjects, useUsers } from "./administration-queries.ts";
import { texts } from "./texts.ts";
import { UserList } from "./user-list.tsx";

/** Who may sign in, and what they may do. `own` is the name of whoever looks at it. */
export function UsersPage({ own }: { own: string }) {
  const t = useTexts(texts);
  const users = useUsers();
  const projects = useProjects();
  return (
    <>
      <PageHeading title={t.users.title} />
      {users.isPending || projects.isPending ? <Waiting label={t.loading} /> : null}
      {users.isError ? (
        <FailurePanel
          title={t.users.notLoaded}
          error={users.error}
          onRetry={() => void users.refetch()}
        />
      ) : null}
      {projects.isError ? (
        <FailurePanel
          title={t.projects.notLoaded}
          error={projects.error}
          onRetry={() => void projects.refetch()}
        />
      ) : null}
      {/* What came once stays when asking again fails: a form may stand open above it. */}
      {users.data === undefined || projects.data === undefined ? null : (
        <UserList own={own} users={users.data.users} projects={projects.data.projects} />
      )}
    </>
  );
}
