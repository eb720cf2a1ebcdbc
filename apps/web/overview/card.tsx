import { Button } from "@mantine/core";
import { type ReactNode, useId, useRef } from "react";
import { useTexts } from "../language/use-texts.ts";
import styles from "./card.module.css";
import { texts } from "./texts.ts";

/** What a card is waiting for. */
interface Asked {
  readonly isPending: boolean;
  readonly isError: boolean;
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
  /** How many rows high it is at least, loaded or not: what stands below does not move. */
  readonly rows: number;
  readonly isWide?: boolean;
  readonly asked: readonly Asked[];
  /** What is shown once everything is there. */
  readonly children: ReactNode;
}

/** One part of the overview. It loads, and fails, by itself. */
export function Card(props: CardProps) {
  const { title, anchor, about, action, rows, isWide = false, asked, children } = props;
  const t = useTexts(texts).card;
  const ownId = useId();
  const titleId = anchor ?? ownId;
  const heading = useRef<HTMLHeadingElement>(null);
  const failed = asked.filter(({ isError }) => isError);
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
          {t.notLoaded}
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t.retry}
          </Button>
        </div>
      );
    }
    return isWaiting ? <CardSkeleton rows={rows} /> : children;
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
      <div style={{ minHeight: `calc(${rows} * var(--row))` }}>{content()}</div>
    </section>
  );
}

const skeletonRows = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Rows on their way. They appear only when the wait is long enough to be noticed. */
function CardSkeleton({ rows }: { rows: number }) {
  const t = useTexts(texts).card;
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">{t.loading}</span>
      {skeletonRows.slice(0, rows).map((row) => (
        <span key={row} className={styles.skeletonRow} />
      ))}
    </div>
  );
}
