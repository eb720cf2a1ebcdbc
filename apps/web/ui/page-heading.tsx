import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import styles from "./ui.module.css";

// Which page was shown last: null until the first one, which must not take the focus from where
// the browser put it.
let shownPage: string | null = null;

interface PageHeadingProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Whether the focus is nowhere, or still on the link that led here: nobody works with a field. */
function isFocusFree(): boolean {
  return document.activeElement === document.body || document.activeElement?.matches("a") === true;
}

/**
 * The heading of a page. It names the document, and takes the focus when another page was shown
 * before, so that a screen reader starts at the new one; not from a field that is already in use.
 */
export function PageHeading({ title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - Trace Console`;
    if (shownPage !== null && shownPage !== title && isFocusFree()) heading.current?.focus();
    shownPage = title;
  }, [title]);
  return (
    <div className={styles.heading}>
      <h1 ref={heading} tabIndex={-1} className={styles.headingText}>
        {title}
      </h1>
      {children}
    </div>
  );
}
