import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import type { TrackerList } from "@trace-console/contracts/tracker-list-api";
import { useState } from "react";
import { FailurePanel } from "../api-client/failure-panel.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useTrackers, useTrackerStatus } from "./tracker-queries.ts";
import styles from "./trackers.module.css";

type Tracker = TrackerList["trackers"][number];

const columns = ["Tracker Name", "Type", "Bucket", "Transfer To", "Status"];
const aboutTheList =
  "A tracker says what is recorded. The tracker system records the management traces of the project; data trackers record what is done in a bucket.";

/** The trackers of one project, and enabling and disabling them. */
export function TrackerListPage({ project }: { project: Project }) {
  const trackers = useTrackers(project.project_id);
  const heading = <PageHeading title="Tracker List" />;
  if (trackers.isPending) return <Waiting label="Loading…" />;
  if (trackers.isError) {
    return (
      <>
        {heading}
        <FailurePanel
          title="The trackers could not be loaded"
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
  const change = useTrackerStatus(project.project_id);
  const [asked, setAsked] = useState<Tracker | null>(null);
  const disable = (name: string) => {
    setAsked(null);
    change.mutate({ name, status: "disabled" });
  };
  return (
    <div className={styles.card}>
      <p className={styles.about}>{aboutTheList}</p>
      {change.isError ? (
        <p role="alert" className={styles.failure}>
          {change.error.message}
        </p>
      ) : null}
      <DataTable label="Trackers" columns={list.may_update ? [...columns, "Operation"] : columns}>
        {list.trackers.map((tracker) => (
          <tr key={tracker.tracker_name}>
            <th scope="row">{tracker.tracker_name}</th>
            <td>{tracker.tracker_type === "system" ? "Management" : "Data"}</td>
            <td>{tracker.data_bucket || "-"}</td>
            <td>{tracker.transfer_bucket || "-"}</td>
            <td>{tracker.status === "enabled" ? "Enabled" : "Disabled"}</td>
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
                  {tracker.status === "enabled" ? "Disable" : "Enable"}{" "}
                  <span className={styles.unseen}>{tracker.tracker_name}</span>
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </DataTable>
      <ConfirmDialog
        opened={asked !== null}
        title={`Disable ${asked?.tracker_name ?? ""}?`}
        action="Disable"
        onConfirm={() => disable(asked?.tracker_name ?? "")}
        onClose={() => setAsked(null)}
      >
        Nothing new is recorded until it is enabled again. What is recorded already stays.
      </ConfirmDialog>
    </div>
  );
}
