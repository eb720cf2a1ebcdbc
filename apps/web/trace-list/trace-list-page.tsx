import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { Suspense, useEffect, useMemo } from "react";
import { useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { keepView } from "../saved-views/view-param.ts";
import { withTrace } from "../trace-link/trace-address.ts";
import { HelpTip } from "../ui/help-tip.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { DisabledNotice } from "./late-parts.tsx";
import { texts } from "./texts.ts";
import { TraceList } from "./trace-list.tsx";
import {
  formatTraceListUrl,
  initialState,
  lacksTime,
  readTraceListUrl,
  withTime,
} from "./trace-list-url.ts";
import type { TraceListState } from "./trace-list-url.ts";

export { fetchPartsAhead } from "./late-parts.tsx";

interface TraceListPageProps {
  readonly project: Project;
  readonly retentionDays: number;
}

/** The Trace List of one project. All that it shows is in the address. */
export function TraceListPage({ project, retentionDays }: TraceListPageProps) {
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const incomplete = lacksTime(params);
  useEffect(() => {
    if (incomplete) setParams((now) => withTime(now, Date.now()), { replace: true });
  }, [incomplete, setParams]);

  const change = (state: TraceListState, replace = false) =>
    setParams((now) => keepView(now, formatTraceListUrl(now, state)), { replace });
  const reset = () => setParams((now) => formatTraceListUrl(now, initialState(Date.now())));
  const heading = (
    <PageHeading title={t.title}>
      <HelpTip about={t.title} text={t.about} />
    </PageHeading>
  );
  // To open a trace is no other list, so it is the same state: what shows only that stays as it is.
  const address = withTrace(params, null).toString();
  const url = useMemo(() => readTraceListUrl(new URLSearchParams(address)), [address]);
  const notice = (
    <Suspense>
      <DisabledNotice project={project} />
    </Suspense>
  );
  if (incomplete) return <Waiting label={t.loading} />;
  if (url.ok) {
    return (
      <>
        {notice}
        <TraceList
          heading={heading}
          project={project}
          retentionDays={retentionDays}
          state={url.state}
          onChange={change}
          onReset={reset}
        />
      </>
    );
  }
  return (
    <>
      {notice}
      {heading}
      <MessagePanel
        urgent
        title={t.badAddress.title}
        actions={
          <Button size="xs" onClick={reset}>
            {t.reset}
          </Button>
        }
      >
        <p>
          {t.badAddress.before} <code>{url.field}</code>{" "}
          {t.badAddress.after(t.badAddress.reasons[url.reason])}
        </p>
      </MessagePanel>
    </>
  );
}
