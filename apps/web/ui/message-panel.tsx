import type { ReactNode } from "react";
import styles from "./ui.module.css";

interface MessagePanelProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons and links that lead on. */
  readonly actions?: ReactNode;
  /** Failures are announced at once; other states are read in their turn. */
  readonly urgent?: boolean;
}

/** What stands where content would be: nothing found, nothing to choose, something failed. */
export function MessagePanel({ title, children, actions, urgent = false }: MessagePanelProps) {
  return (
    <div className={styles.message} role={urgent ? "alert" : undefined}>
      <svg
        aria-hidden="true"
        className={styles.picture}
        width="72"
        height="56"
        viewBox="0 0 72 56"
        strokeLinecap="round"
      >
        <rect className={styles.pictureGround} x="10" y="8" width="52" height="40" rx="3" />
        <path d="M10 18h52" />
        <path className={styles.pictureDetail} d="M18 27h22M18 35h32" strokeWidth="4" />
        {urgent ? (
          <g className={styles.pictureFailure}>
            <circle className={styles.pictureGround} cx="56" cy="42" r="10" strokeWidth="1.6" />
            <path d="M56 37v6M56 46.5v.1" strokeWidth="2" />
          </g>
        ) : (
          <g className={styles.pictureSearch}>
            <circle className={styles.pictureGround} cx="54" cy="40" r="8" strokeWidth="1.6" />
            <path d="m60 46 5 5" strokeWidth="2.4" />
          </g>
        )}
      </svg>
      <h2 className={styles.messageTitle}>{title}</h2>
      {children === undefined ? null : <div className={styles.messageText}>{children}</div>}
      {actions === undefined ? null : <div className={styles.messageActions}>{actions}</div>}
    </div>
  );
}
