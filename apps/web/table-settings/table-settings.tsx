import { ActionIcon, Popover } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { ColumnsIcon } from "./settings-icons.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import styles from "./table-settings.module.css";
import { texts } from "./texts.ts";
import { useColumnChoice } from "./use-column-choice.ts";

/** The button "Columns", which opens the settings of the table. */
export function TableSettings() {
  const t = useTexts(texts);
  const { columns, choose } = useColumnChoice();
  return (
    <div className={styles.opener}>
      <Popover
        position="bottom-end"
        width={340}
        trapFocus
        returnFocus
        shadow="md"
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <ActionIcon variant="default" size={28} aria-label={t.columns} title={t.columns}>
            <ColumnsIcon />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={12}>
          <SettingsPanel columns={columns} onChoose={choose} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
