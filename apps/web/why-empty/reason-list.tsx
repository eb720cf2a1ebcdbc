import { Button } from "@mantine/core";
import { useRef } from "react";
import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { reasonsIn } from "./find-reasons.ts";
import { type EmptyQuery, OfferButton } from "./offer-button.tsx";
import { texts } from "./texts.ts";
import { useReasons } from "./use-reasons.ts";
import styles from "./why-empty.module.css";

interface ReasonListProps extends EmptyQuery {
  readonly projectId: string;
}

/** Why a query is empty: each change that would bring traces, as soon as it is known. */
export function ReasonList(props: ReasonListProps) {
  const { projectId, query, removals, retentionDays, onChange } = props;
  const t = useTexts(texts);
  const { retry } = useTexts(listTexts).results;
  const place = useRef<HTMLDivElement>(null);
  const emptiness = { query, removals };
  const { data, isFetching, isError, refetch } = useReasons(projectId, emptiness, retentionDays);
  const found = reasonsIn(data?.answers ?? []);
  const offers = found.filter((reason) => reason.kind !== "nothingStored");

  const state = () => {
    if (isFetching) return t.looking;
    if (offers.length > 0) return t.helps;
    return found.length > 0 ? t.nothingStored(retentionDays) : "";
  };

  return (
    <div ref={place} className={styles.reasons} tabIndex={-1}>
      {/* Its line stays, so that what stands below does not move. */}
      <p role="status" className={styles.state}>
        {state()}
      </p>
      {offers.length === 0 ? null : (
        <ul className={styles.offers}>
          {offers.map((offer) => (
            <li key={offer.kind === "without" ? offer.key : offer.kind}>
              <OfferButton
                offer={offer}
                query={query}
                removals={removals}
                retentionDays={retentionDays}
                onChange={onChange}
              />
            </li>
          ))}
        </ul>
      )}
      {!isFetching && (isError || data?.failed === true) ? (
        <p className={styles.unchecked}>
          {t.unchecked}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              // The button goes when it is pressed; the focus must not go as well.
              place.current?.focus({ preventScroll: true });
              void refetch();
            }}
          >
            {retry}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
