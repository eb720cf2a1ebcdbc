import { Button } from "@mantine/core";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { regionName, resolveScope, withProject, withRegion } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { useRegions, useSession } from "./session.ts";
import { texts } from "./texts.ts";

type ReadyScope = Extract<Scope, { kind: "ready" }>;

interface ScopedPageProps {
  readonly title: string;
  readonly children: (scope: ReadyScope) => ReactNode;
}

/** A page about one project: it is shown once the address names one that the user may read. */
export function ScopedPage({ title, children }: ScopedPageProps) {
  const t = useTexts(texts);
  const regions = useRegions();
  const [params, setParams] = useSearchParams();
  const scope = regions.data === undefined ? null : resolveScope(regions.data.regions, params);
  const start = scope?.kind === "default" ? scope.region : null;
  useEffect(() => {
    if (start !== null) setParams((now) => withRegion(now, start), { replace: true });
  }, [start, setParams]);

  if (regions.isError && scope === null) {
    return (
      <>
        <PageHeading title={title} />
        <FailurePanel
          title={t.regionsFailed}
          error={regions.error}
          onRetry={() => void regions.refetch()}
        />
      </>
    );
  }
  if (scope === null || scope.kind === "default") return <Waiting label={t.loading} />;
  if (scope.kind === "ready") return children(scope);
  return (
    <>
      <PageHeading title={title} />
      <ScopeMessage
        scope={scope}
        onDefaultRegion={() => setParams(new URLSearchParams())}
        onDefaultProject={() => setParams((now) => withProject(now, null))}
      />
    </>
  );
}

interface ScopeMessageProps {
  readonly scope: Exclude<Scope, { kind: "ready" | "default" }>;
  readonly onDefaultRegion: () => void;
  readonly onDefaultProject: () => void;
}

function ScopeMessage({ scope, onDefaultRegion, onDefaultProject }: ScopeMessageProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const mayRegister = useSession().data?.actions.includes("tc:project:manage") === true;
  const otherRegion = (
    <Button size="xs" onClick={onDefaultRegion}>
      {t.goToTraces}
    </Button>
  );
  switch (scope.kind) {
    case "no-projects":
      return (
        <MessagePanel
          title={t.noProjects}
          actions={
            mayRegister ? (
              <Button component={Link} to="/projects" size="xs">
                {t.goToProjects}
              </Button>
            ) : undefined
          }
        >
          <p>{mayRegister ? t.registerOne : t.askForAccess}</p>
        </MessagePanel>
      );
    case "no-project":
      return (
        <MessagePanel
          title={t.noProjectIn(`${regionName(scope.region, language)} (${scope.region.id})`)}
          actions={otherRegion}
        >
          <p>{t.chooseRegion}</p>
          <p>{t.askAdministrator}</p>
        </MessagePanel>
      );
    case "unknown-region":
      return (
        <MessagePanel title={t.unknownRegion} actions={otherRegion}>
          <p>
            {t.noRegion.before}
            <bdi>“{scope.region}”</bdi>
            {t.noRegion.after}
          </p>
        </MessagePanel>
      );
    case "unknown-project":
      return (
        <MessagePanel
          title={t.unknownProject}
          actions={
            <Button size="xs" onClick={onDefaultProject}>
              {t.showDefaultProject}
            </Button>
          }
        >
          <p>
            {t.noProject.before(regionName(scope.region, language))}
            <bdi>“{scope.project}”</bdi>
            {t.noProject.after(regionName(scope.region, language))}
          </p>
          <p>{t.askAdministrator}</p>
        </MessagePanel>
      );
  }
}
