import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../language/use-texts.ts";
import { texts } from "./texts.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./form-dialog.module.css";

interface FormDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** The form, which is made anew each time the dialog opens. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog in which something is filled in. */
export function FormDialog({ opened, title, children, onClose }: FormDialogProps) {
  return (
    <DialogFrame
      opened={opened}
      onClose={onClose}
      size={600}
      // A click that misses the dialog must not throw away what was typed.
      closeOnClickOutside={false}
    >
      <div className={styles.content}>
        <Modal.Title className={styles.title}>{title}</Modal.Title>
        {children}
      </div>
    </DialogFrame>
  );
}

/** How far the sending of a form has come. */
export interface Sending {
  readonly isPending: boolean;
  /** Why it was refused, in words. */
  readonly refusal: string | null;
}

interface DialogFormProps {
  /** The fields. */
  readonly children: ReactNode;
  /** What the button that sends them says. */
  readonly action: string;
  readonly sending: Sending;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The form of a dialog; a refusal stands below the fields, which stay as they are. */
export function DialogForm({ children, action, sending, onSubmit, onCancel }: DialogFormProps) {
  const t = useTexts(texts);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.isPending) onSubmit();
      }}
    >
      {children}
      <div role="alert" className={styles.failure}>
        {sending.refusal}
      </div>
      <div className={styles.actions}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" size="xs" loading={sending.isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
