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
      <svg aria-hidden="true" width="72" height="56" viewBox="0 0 72 56" fill="none">
        <rect x="10" y="8" width="52" height="40" rx="3" fill="#fff" stroke="#c9cfdd" />
        <path d="M10 18h52" stroke="#c9cfdd" />
        <path d="M18 27h22M18 35h32" stroke="#dde2ee" strokeWidth="4" strokeLinecap="round" />
        {urgent ? (
          <>
            <circle cx="56" cy="42" r="10" fill="#fff" stroke="#c7000b" strokeWidth="1.6" />
            <path d="M56 37v6M56 46.5v.1" stroke="#c7000b" strokeWidth="2" strokeLinecap="round" />
          </>
        ) : (
          <>
            <circle cx="54" cy="40" r="8" fill="#fff" stroke="#526ecc" strokeWidth="1.6" />
            <path d="m60 46 5 5" stroke="#526ecc" strokeWidth="2.4" strokeLinecap="round" />
          </>
        )}
      </svg>
      <h2 className={styles.messageTitle}>{title}</h2>
      {children === undefined ? null : <div className={styles.messageText}>{children}</div>}
      {actions === undefined ? null : <div className={styles.messageActions}>{actions}</div>}
    </div>
  );
}
