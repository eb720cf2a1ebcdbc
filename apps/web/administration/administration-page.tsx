import type { Session } from "@trace-console/contracts/console-api";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProjectsPage } from "./projects-page.tsx";
import { texts } from "./texts.ts";
import { UsersPage } from "./users-page.tsx";

const actions = { users: "tc:user:manage", projects: "tc:project:manage" } as const;

interface AdministrationPageProps {
  readonly page: keyof typeof actions;
  readonly session: Session;
}

/** The pages of those who administer the installation; everybody else is told so. */
export function AdministrationPage({ page, session }: AdministrationPageProps) {
  const t = useTexts(texts);
  if (!session.actions.includes(actions[page])) {
    return (
      <>
        <PageHeading title={t[page].title} />
        <MessagePanel title={t.noPermission}>
          <p>{t.neededRole}</p>
        </MessagePanel>
      </>
    );
  }
  return page === "users" ? <UsersPage own={session.user} /> : <ProjectsPage />;
}
