import type { Session } from "@trace-console/contracts/console-api";
import { Activity, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router-dom";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { Waiting } from "../ui/waiting.tsx";
import {
  AccountPage,
  AdministrationPage,
  NotificationListPage,
  OverviewPage,
  ReferencePage,
  SignInPage,
  TraceListPage,
  TrackerListPage,
} from "./late-pages.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageFrame } from "./page-frame.tsx";
import { ScopedPage } from "./scoped-page.tsx";
import { useEndedSession, useSession } from "./session.ts";
import { texts } from "./texts.ts";

function Home() {
  const { search } = useLocation();
  return <Navigate replace to={`/trace-list${search}`} />;
}

/**
 * The console. Without a session every address shows the sign-in and keeps its place, so that
 * signing in leads to where the person wanted to go. A session that ends leaves its page behind the
 * sign-in, out of sight: whoever signs in again finds what was typed, opened and scrolled to.
 */
export function App() {
  const t = useTexts(texts);
  const session = useSession();
  const ended = useEndedSession();
  if (session.isPending) return <Waiting label={t.loading} />;
  if (session.isError) {
    return (
      <main>
        <FailurePanel
          title={t.noAnswer}
          error={session.error}
          onRetry={() => void session.refetch()}
        />
      </main>
    );
  }
  const shown = session.data ?? ended;
  return (
    <>
      {session.data === null ? (
        <ErrorBoundary>
          <Suspense fallback={<Waiting label={t.loading} />}>
            <SignInPage endedUser={ended?.user} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      {shown === null ? null : (
        <Activity key={shown.user} mode={session.data === null ? "hidden" : "visible"}>
          <Console signedIn={shown} />
        </Activity>
      )}
    </>
  );
}

/** What whoever is signed in sees: the frame, and in it the page that the address names. */
function Console({ signedIn }: { signedIn: Session }) {
  const t = useTexts(texts);
  const { pathname } = useLocation();
  return (
    <PageFrame session={signedIn}>
      {/* A page that cannot be shown takes no other one with it. */}
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<Waiting label={t.loading} />}>
          <Routes>
            <Route path="/" element={<Home />} />
            <Route
              path="/trace-list"
              element={
                <ScopedPage title={t.pages.traceList}>
                  {({ project }) => (
                    <TraceListPage
                      key={project.project_id}
                      project={project}
                      retentionDays={signedIn.retention_days}
                    />
                  )}
                </ScopedPage>
              }
            />
            <Route
              path="/overview"
              element={
                <ScopedPage title={t.pages.overview}>
                  {({ project }) => (
                    <OverviewPage
                      key={project.project_id}
                      project={project}
                      retentionDays={signedIn.retention_days}
                    />
                  )}
                </ScopedPage>
              }
            />
            <Route
              path="/tracker-list"
              element={
                <ScopedPage title={t.pages.trackerList}>
                  {({ project }) => <TrackerListPage key={project.project_id} project={project} />}
                </ScopedPage>
              }
            />
            <Route
              path="/notifications"
              element={
                <ScopedPage title={t.pages.notifications}>
                  {({ project }) => (
                    <NotificationListPage key={project.project_id} project={project} />
                  )}
                </ScopedPage>
              }
            />
            <Route path="/account" element={<AccountPage user={signedIn.user} />} />
            <Route path="/users" element={<AdministrationPage page="users" session={signedIn} />} />
            <Route
              path="/projects"
              element={<AdministrationPage page="projects" session={signedIn} />}
            />
            <Route path="/trace-structure" element={<ReferencePage of="traces" />} />
            <Route path="/api-reference" element={<ReferencePage of="api" />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </PageFrame>
  );
}
