import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { useEffect } from "react";
import { useSearchParams } from "react-router-dom";
import { HelpTip } from "../ui/help-tip.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { TraceList } from "./trace-list.tsx";
import {
  formatTraceListUrl,
  initialState,
  lacksTime,
  readTraceListUrl,
  withTime,
} from "./trace-list-url.ts";
import type { TraceListState } from "./trace-list-url.ts";

const aboutTheList =
  "Operations on cloud resources that Cloud Trace Service recorded: who did what, when, and with which result.";

interface TraceListPageProps {
  readonly project: Project;
  readonly retentionDays: number;
}

/** The Trace List of one project. All that it shows is in the address. */
export function TraceListPage({ project, retentionDays }: TraceListPageProps) {
  const [params, setParams] = useSearchParams();
  const incomplete = lacksTime(params);
  useEffect(() => {
    if (incomplete) setParams((now) => withTime(now, Date.now()), { replace: true });
  }, [incomplete, setParams]);

  const change = (state: TraceListState, replace = false) =>
    setParams((now) => formatTraceListUrl(now, state), { replace });
  const heading = (
    <PageHeading title="Trace List">
      <HelpTip about="Trace List" text={aboutTheList} />
    </PageHeading>
  );
  if (incomplete) return <Waiting label="Loading…" />;
  const url = readTraceListUrl(params);
  if (url.ok) {
    return (
      <TraceList
        heading={heading}
        project={project}
        retentionDays={retentionDays}
        state={url.state}
        onChange={change}
      />
    );
  }
  return (
    <>
      {heading}
      <MessagePanel
        urgent
        title="The address of this page cannot be read"
        actions={
          <Button size="xs" onClick={() => change(initialState(Date.now()))}>
            Reset
          </Button>
        }
      >
        <p>
          Its parameter <code>{url.field}</code> {url.reason}. Correct the address, or reset the
          page to the last hour without filters.
        </p>
      </MessagePanel>
    </>
  );
}
