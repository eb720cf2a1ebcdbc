import type { Project } from "@trace-console/contracts/console-api";
import { Link, useSearchParams } from "react-router-dom";
import { scopeSearch } from "../shell/scope.ts";
import { useTrackers } from "./tracker-queries.ts";
import styles from "./trackers.module.css";

/** Says above the Trace List that nothing is being recorded. Nothing is shown while CTS is enabled. */
export function DisabledNotice({ project }: { project: Project }) {
  const [params] = useSearchParams();
  const trackers = useTrackers(project.project_id);
  const isEnabled = trackers.data?.trackers.some(
    ({ tracker_type, status }) => tracker_type === "system" && status === "enabled",
  );
  if (isEnabled !== false) return null;
  return (
    <p role="status" className={styles.notice}>
      CTS is disabled: no new management traces are recorded in this project. Enable the tracker
      system in the <Link to={`/tracker-list${scopeSearch(params)}`}>Tracker List</Link>.
    </p>
  );
}
