import { Select } from "@mantine/core";
import { useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { fieldList, selectText } from "../ui/field-list.ts";
import { withProject } from "./scope.ts";
import type { RegionEntry } from "./scope.ts";
import { texts } from "./texts.ts";
import styles from "./shell.module.css";

/** Chooses one of the region's projects; with a single one there is nothing to choose. */
export function ProjectSelector({ region }: { region: RegionEntry }) {
  const t = useTexts(texts);
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
      aria-label={t.project}
      size="xs"
      comboboxProps={fieldList(320)}
      searchable
      onFocus={selectText}
      onClick={selectText}
      allowDeselect={false}
      withCheckIcon={false}
      placeholder={known ? t.selectProject : chosen}
      data={region.projects.map((project) => ({ value: project.project_id, label: project.name }))}
      value={known ? chosen : null}
      onChange={(project) => {
        if (project !== null) setParams((now) => withProject(now, project));
      }}
    />
  );
}
