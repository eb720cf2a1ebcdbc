import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../language/use-texts.ts";
import { texts } from "./texts.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./confirm-dialog.module.css";

interface ConfirmDialogProps {
  readonly opened: boolean;
  /** The question. */
  readonly title: string;
  /** What happens then. */
  readonly children: ReactNode;
  /** What the button that does it says. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that is felt. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, action, onConfirm, onClose } = props;
  const t = useTexts(texts);
  return (
    <DialogFrame opened={opened} onClose={onClose} size={440}>
      <div className={styles.content}>
        <Modal.Title className={styles.title}>{title}</Modal.Title>
        <div className={styles.text}>{children}</div>
        <div className={styles.actions}>
          <Button size="xs" variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button size="xs" onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
