import { UnstyledButton } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { ReactNode } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import type { Offer } from "./questions.ts";
import type { Removal } from "./removals.ts";
import { takeOffer } from "./take-offer.ts";
import { texts } from "./texts.ts";
import { keptSince } from "./use-reasons.ts";
import styles from "./why-empty.module.css";

/** So many values of a filter are told; the others are counted. */
const toldAtMost = 3;

/** A query that found nothing, and what lets another one take its place. */
export interface EmptyQuery {
  readonly query: TraceQuery;
  /** What narrows it. */
  readonly removals: readonly Removal[];
  readonly retentionDays: number;
  readonly onChange: (query: TraceQuery) => void;
}

interface OfferButtonProps extends EmptyQuery {
  readonly offer: Offer;
}

/** A change of the query that brings traces, with what it brings. */
export function OfferButton(props: OfferButtonProps) {
  const { offer, query, removals, retentionDays, onChange } = props;
  const t = useTexts(texts);
  const { count } = useTexts(listTexts).results;
  const formatTime = useFormatTime();

  const button = (name: ReactNode) => (
    <UnstyledButton
      className={styles.offer}
      onClick={() => {
        const now = Date.now();
        const since = keptSince(now, retentionDays);
        onChange(takeOffer(offer, { query, removals, since, now }));
      }}
    >
      {name}
    </UnstyledButton>
  );
  switch (offer.kind) {
    case "without": {
      const removal = removals.find(({ key }) => key === offer.key);
      if (removal === undefined) return null;
      const { before, after } = t.without;
      return button(
        <>
          {before(removal.label)}
          <Values values={removal.values} />
          {after(count(offer.count))}
        </>,
      );
    }
    case "withoutAny":
      return button(t.withoutAny(count(offer.count)));
    case "earlier":
      return button(t.earlier(formatTime(offer.time)));
    case "later":
      return button(t.later(formatTime(offer.time)));
    case "latest":
      return button(t.latest[offer.traceType](formatTime(offer.time)));
  }
}

// Long ones are cut off: the message above tells them in full.
function Values({ values }: { values: readonly string[] }) {
  const t = useTexts(texts);
  const told = values.slice(0, toldAtMost).join(t.between);
  const others = values.length - toldAtMost;
  return (
    <span className={styles.values}>
      <PlainText text={others > 0 ? t.andMore(told, others) : told} />
    </span>
  );
}
