import { Modal, UnstyledButton } from "@mantine/core";
import { useId } from "react";
import { useTexts } from "../language/use-texts.ts";
import { changePreferences, usePreferences } from "../preferences/preferences.ts";
import { DialogFrame } from "../ui/dialog-frame.tsx";
import styles from "./help-dialog.module.css";
import { ShortcutTable } from "./shortcut-table.tsx";
import { texts } from "./texts.ts";

interface HelpDialogProps {
  readonly opened: boolean;
  /** It closes; the focus goes back to where it was. */
  readonly onClose: () => void;
}

/** The keys that work on the page, and the switch that turns them off. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  const t = useTexts(texts);
  const { shortcuts: areOn } = usePreferences();
  const about = useId();
  return (
    <DialogFrame
      opened={opened}
      onClose={onClose}
      size={480}
      // Mantine knows no opener of a dialog that is fetched as it opens.
      returnFocus={false}
    >
      <div className={styles.content}>
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{t.title}</Modal.Title>
          <Modal.CloseButton aria-label={t.close} size={32} />
        </div>
        <ShortcutTable />
        <UnstyledButton
          className={styles.switch}
          role="switch"
          aria-checked={areOn}
          aria-describedby={about}
          onClick={() => changePreferences({ shortcuts: !areOn })}
        >
          <span className={styles.track} aria-hidden="true" />
          {t.singleKeys}
        </UnstyledButton>
        <p id={about} className={styles.about}>
          {t.aboutSingleKeys}
        </p>
      </div>
    </DialogFrame>
  );
}
