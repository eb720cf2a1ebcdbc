import { Select } from "@mantine/core";
import { useSearchParams } from "react-router-dom";
import { fieldList, selectText } from "../ui/field-list.ts";
import { withProject } from "./scope.ts";
import type { RegionEntry } from "./scope.ts";
import styles from "./shell.module.css";

/** Chooses one of the region's projects; with a single one there is nothing to choose. */
export function ProjectSelector({ region }: { region: RegionEntry }) {
  const [params, setParams] = useSearchParams();
  const [first] = region.projects;
  if (first === undefined || region.projects.length < 2) return null;
  const wanted = params.get("project") ?? "";
  const chosen = wanted === "" ? first.project_id : wanted;
  const known = region.projects.some((project) => project.project_id === chosen);
  return (
    <Select
      className={styles.selector}
      classNames={{ input: styles.selectorInput, section: styles.selectorSection }}
      aria-label="Project"
      size="xs"
      comboboxProps={fieldList(320)}
      searchable
      onFocus={selectText}
      onClick={selectText}
      allowDeselect={false}
      withCheckIcon={false}
      placeholder={known ? "Select a project" : chosen}
      data={region.projects.map((project) => ({ value: project.project_id, label: project.name }))}
      value={known ? chosen : null}
      onChange={(project) => {
        if (project !== null) setParams((now) => withProject(now, project));
      }}
    />
  );
}
