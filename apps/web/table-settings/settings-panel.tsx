import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { changePreferences, densities, usePreference } from "../preferences/preferences.ts";
import { type FieldColumn, defaultColumns } from "../trace-list/trace-columns.ts";
import { ColumnList } from "./column-list.tsx";
import styles from "./table-settings.module.css";
import { texts } from "./texts.ts";

interface SettingsPanelProps {
  readonly columns: readonly FieldColumn[];
  readonly onChoose: (columns: readonly FieldColumn[]) => void;
}

/** The settings of the table: its columns, how high its rows are, and whether texts are wrapped. */
export function SettingsPanel({ columns, onChoose }: SettingsPanelProps) {
  const t = useTexts(texts);
  const density = usePreference("density");
  const wrap = usePreference("wrap");
  // After a reset the list begins anew, with the shown columns above the others.
  const [resets, setResets] = useState(0);
  return (
    <>
      <ColumnList key={resets} columns={columns} onChoose={onChoose} />
      <div role="group" aria-label={t.density} className={styles.choices}>
        <span aria-hidden="true">{t.density}</span>
        {densities.map((one) => (
          <UnstyledButton
            key={one}
            className={styles.choice}
            aria-pressed={density === one}
            onClick={() => changePreferences({ density: one })}
          >
            {t.densities[one]}
          </UnstyledButton>
        ))}
      </div>
      <div className={styles.last}>
        <label className={styles.name}>
          <input
            type="checkbox"
            checked={wrap}
            onChange={(event) => changePreferences({ wrap: event.currentTarget.checked })}
          />
          <span>{t.wrap}</span>
        </label>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            changePreferences({ widths: {}, density: "comfortable", wrap: false });
            onChoose(defaultColumns);
            setResets(resets + 1);
          }}
        >
          {t.reset}
        </Button>
      </div>
    </>
  );
}
