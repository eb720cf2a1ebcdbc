import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import type { TrackerList } from "@trace-console/contracts/tracker-list-api";
import { useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { useTexts } from "../language/use-texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { texts } from "./texts.ts";
import { useTrackers, useTrackerStatus } from "./tracker-queries.ts";
import styles from "./trackers.module.css";

type Tracker = TrackerList["trackers"][number];

/** The trackers of one project, and enabling and disabling them. */
export function TrackerListPage({ project }: { project: Project }) {
  const t = useTexts(texts);
  const trackers = useTrackers(project.project_id);
  const heading = <PageHeading title={t.title} />;
  if (trackers.isPending) return <Waiting label={t.loading} />;
  if (trackers.isError) {
    return (
      <>
        {heading}
        <FailurePanel
          title={t.loadFailed}
          error={trackers.error}
          onRetry={() => void trackers.refetch()}
        />
      </>
    );
  }
  return (
    <>
      {heading}
      <TrackerTable project={project} list={trackers.data} />
    </>
  );
}

function TrackerTable({ project, list }: { project: Project; list: TrackerList }) {
  const t = useTexts(texts);
  const change = useTrackerStatus(project.project_id);
  const [asked, setAsked] = useState<Tracker | null>(null);
  const disable = (name: string) => {
    setAsked(null);
    change.mutate({ name, status: "disabled" });
  };
  const columns = [t.name, t.type, t.bucket, t.transferTo, t.status];
  return (
    <div className={styles.card}>
      <p className={styles.about}>{t.about}</p>
      {list.may_update ? null : <p className={styles.about}>{t.onlyReading}</p>}
      <FailureLine error={change.error} />
      <DataTable label={t.trackers} columns={list.may_update ? [...columns, t.operation] : columns}>
        {list.trackers.map((tracker) => (
          <tr key={tracker.tracker_name}>
            <th scope="row">{tracker.tracker_name}</th>
            <td>{t.types[tracker.tracker_type]}</td>
            <td>{tracker.data_bucket || "-"}</td>
            <td>{tracker.transfer_bucket || "-"}</td>
            <td>{t.statuses[tracker.status]}</td>
            {list.may_update ? (
              <td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  loading={change.isPending}
                  onClick={() =>
                    tracker.status === "enabled"
                      ? setAsked(tracker)
                      : change.mutate({ name: tracker.tracker_name, status: "enabled" })
                  }
                >
                  {tracker.status === "enabled" ? t.disable : t.enable}{" "}
                  <span className={styles.unseen}>{tracker.tracker_name}</span>
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </DataTable>
      <ConfirmDialog
        opened={asked !== null}
        title={t.disableQuestion(asked?.tracker_name ?? "")}
        action={t.disable}
        onConfirm={() => disable(asked?.tracker_name ?? "")}
        onClose={() => setAsked(null)}
      >
        {t.disabling}
      </ConfirmDialog>
    </div>
  );
}
