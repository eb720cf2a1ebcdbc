import { Button } from "@mantine/core";
import { type ReactNode, useId, useRef } from "react";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import styles from "./card.module.css";
import { texts } from "./texts.ts";

/** What a card is waiting for. */
interface Asked {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface CardProps {
  readonly title: string;
  /** The id of the heading, for those who are led here. */
  readonly anchor?: string;
  /** What the card shows, where its title does not tell all of it. */
  readonly about?: string | undefined;
  /** A link to all of what is shown. */
  readonly action?: ReactNode;
  /** How many rows of 36 px it has room for, loaded or not: what stands below does not move. */
  readonly rows: number;
  /** Whether each of its rows takes two lines where the card is narrow. */
  readonly isStacking?: boolean;
  readonly isWide?: boolean;
  readonly asked: readonly Asked[];
  /** How much of it is done, 0 to 1, where that takes time. */
  readonly share?: number;
  /** What is shown once everything is there; a mere sentence stands in the middle. */
  readonly children: ReactNode;
}

/** One part of the overview. It loads, and fails, by itself. */
export function Card(props: CardProps) {
  const { title, anchor, about, action, rows, isStacking = false, isWide = false } = props;
  const { asked, share, children } = props;
  const t = useTexts(texts).card;
  const ownId = useId();
  const titleId = anchor ?? ownId;
  const heading = useRef<HTMLHeadingElement>(null);
  const tell = useFailureText();
  const failed = asked.filter(({ isError }) => isError);
  const reason = failed[0]?.error ?? null;
  const isWaiting = failed.length === 0 && asked.some(({ isPending }) => isPending);

  const retry = () => {
    // The button goes away, and must not take the focus with it.
    heading.current?.focus();
    for (const { refetch } of failed) void refetch();
  };
  const content = () => {
    if (failed.length > 0) {
      return (
        <div className={styles.failed} role="alert">
          <p>
            {t.notLoaded} {reason === null ? "" : tell(reason)}
          </p>
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t.retry}
          </Button>
        </div>
      );
    }
    if (isWaiting) return <CardSkeleton rows={Math.floor(rows)} share={share} />;
    return typeof children === "string" ? <p className={styles.message}>{children}</p> : children;
  };

  return (
    <section
      className={isWide ? `${styles.card} ${styles.wide}` : styles.card}
      aria-labelledby={titleId}
      aria-busy={isWaiting}
    >
      <div className={styles.head}>
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {isWaiting ? null : action}
      </div>
      {about === undefined ? null : <p className={styles.about}>{about}</p>}
      <div
        className={isStacking ? `${styles.content} ${styles.stacking}` : styles.content}
        style={{ minHeight: `calc(${rows} * var(--row))` }}
      >
        {content()}
      </div>
    </section>
  );
}

const skeletonRows = ["a", "b", "c", "d", "e", "f", "g", "h"];

interface CardSkeletonProps {
  readonly rows: number;
  readonly share: number | undefined;
}

/** Rows on their way. They appear only when the wait is long enough to be noticed. */
function CardSkeleton({ rows, share }: CardSkeletonProps) {
  const t = useTexts(texts).card;
  // The line that tells the share is a row, too.
  const shown = skeletonRows.slice(0, share === undefined ? rows : rows - 1);
  return (
    <div className={styles.skeleton}>
      {share === undefined ? (
        <span className="visually-hidden">{t.loading}</span>
      ) : (
        <label className={styles.counting}>
          {t.counting(Math.floor(share * 100))}
          <progress className={styles.progress} value={share} />
        </label>
      )}
      {shown.map((row) => (
        <span key={row} className={styles.skeletonRow} />
      ))}
    </div>
  );
}
