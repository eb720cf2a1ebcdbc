import { Button } from "@mantine/core";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router-dom";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { resolveScope, withProject, withRegion } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { useRegions } from "./session.ts";

type ReadyScope = Extract<Scope, { kind: "ready" }>;

interface ScopedPageProps {
  readonly title: string;
  readonly children: (scope: ReadyScope) => ReactNode;
}

/** A page about one project: it is shown once the address names one that the user may read. */
export function ScopedPage({ title, children }: ScopedPageProps) {
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
          title="The regions could not be loaded"
          error={regions.error}
          onRetry={() => void regions.refetch()}
        />
      </>
    );
  }
  if (scope === null || scope.kind === "default") return <Waiting label="Loading…" />;
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
  const otherRegion = (
    <Button size="xs" onClick={onDefaultRegion}>
      Go to a region with traces
    </Button>
  );
  switch (scope.kind) {
    case "no-projects":
      return (
        <MessagePanel title="There is no project for you yet">
          <p>Ask the person who runs this console to give you access to a project.</p>
        </MessagePanel>
      );
    case "no-project":
      return (
        <MessagePanel
          title={`No project of yours in ${scope.region.name} (${scope.region.id})`}
          actions={otherRegion}
        >
          <p>Choose another region in the upper left corner.</p>
        </MessagePanel>
      );
    case "unknown-region":
      return (
        <MessagePanel title="The address names an unknown region" actions={otherRegion}>
          <p>
            There is no region <bdi>“{scope.region}”</bdi>. Choose one in the upper left corner.
          </p>
        </MessagePanel>
      );
    case "unknown-project":
      return (
        <MessagePanel
          title="The address names an unknown project"
          actions={
            <Button size="xs" onClick={onDefaultProject}>
              Show the default project
            </Button>
          }
        >
          <p>
            There is no project <bdi>“{scope.project}”</bdi> for you in {scope.region.name}.
          </p>
        </MessagePanel>
      );
  }
}
