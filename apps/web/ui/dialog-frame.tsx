import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface DialogFrameProps {
  readonly opened: boolean;
  /** Its width at most, px. */
  readonly size: number;
  /** Whether a click beside it closes it; the default. */
  readonly closeOnClickOutside?: boolean;
  /** Whether it gives the focus back to what had it; the default. Else whoever opened it does. */
  readonly returnFocus?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What all dialogs have in common: the ground that they lie on, and how they open and close. */
export function DialogFrame({ children, ...props }: DialogFrameProps) {
  return (
    <Modal.Root
      {...props}
      centered
      // Mantine's lock would write a style element; styles/base.css holds the page still instead.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content data-modal-content>{children}</Modal.Content>
    </Modal.Root>
  );
}
