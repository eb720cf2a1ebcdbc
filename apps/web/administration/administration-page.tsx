import type { Session } from "@trace-console/contracts/console-api";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProjectsPage } from "./projects-page.tsx";
import { UsersPage } from "./users-page.tsx";

const pages = {
  users: { title: "Users", action: "tc:user:manage" },
  projects: { title: "Projects", action: "tc:project:manage" },
} as const;

interface AdministrationPageProps {
  readonly page: keyof typeof pages;
  readonly session: Session;
}

/** The pages of those who administer the installation; everybody else is told so. */
export function AdministrationPage({ page, session }: AdministrationPageProps) {
  const { title, action } = pages[page];
  if (!session.actions.includes(action)) {
    return (
      <>
        <PageHeading title={title} />
        <MessagePanel title="You have no permission for this page">
          <p>It needs the role Trace Console Administrator, which an administrator can give you.</p>
        </MessagePanel>
      </>
    );
  }
  return page === "users" ? <UsersPage own={session.user} /> : <ProjectsPage />;
}
