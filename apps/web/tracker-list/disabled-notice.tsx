import type { Project } from "@trace-console/contracts/console-api";
import { Link, useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { scopeSearch } from "../shell/scope.ts";
import { texts } from "./disabled-notice-texts.ts";
import { useTrackers } from "./tracker-queries.ts";
import styles from "./trackers.module.css";

/** Says above the Trace List that nothing is being recorded. Nothing is shown while CTS is enabled. */
export function DisabledNotice({ project }: { project: Project }) {
  const t = useTexts(texts);
  const [params] = useSearchParams();
  const trackers = useTrackers(project.project_id);
  const isEnabled = trackers.data?.trackers.some(
    ({ tracker_type, status }) => tracker_type === "system" && status === "enabled",
  );
  if (isEnabled !== false) return null;
  return (
    <p role="status" className={styles.notice}>
      {t.before}
      <Link to={`/tracker-list${scopeSearch(params)}`}>{t.trackerList}</Link>
      {t.after}
    </p>
  );
}
