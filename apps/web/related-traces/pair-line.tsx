import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { ratingWord } from "../trace-list/trace-status.tsx";
import { HelpTip } from "../ui/help-tip.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import type { OperationPair } from "./find-pair.ts";
import { firstGiven } from "./given-text.ts";
import { texts } from "./texts.ts";
import { formatDuration, shortenTime } from "./words.ts";

/** "Requested Jul 3, 2024 11:26:32 GMT+08:00 by li.wei → finished 11:27:05 (33 s), normal". */
export function PairLine({ pair: { request, result, isSure } }: { pair: OperationPair }) {
  const t = useTexts(texts).pair;
  const { ratings } = useTexts(listTexts).table;
  const formatTime = useFormatTime();
  const { user } = request;
  const operator = firstGiven(user?.name, user?.user_name, user?.id);
  const requested = formatTime(request.time);
  const ended = shortenTime(formatTime(result.time), requested);
  const duration = formatDuration(result.time - request.time, t.duration);
  const rating = firstGiven(result.trace_rating);
  const hasFailed = rating === "warning" || rating === "incident";
  return (
    <span>
      {isSure ? null : (
        <>
          <HelpTip about={t.perhapsAbout} text={t.perhapsHelp} />
          {t.perhaps}
        </>
      )}
      {operator === undefined ? (
        t.requested(requested)
      ) : (
        <>
          {t.requestedBy.before(requested)}
          <PlainText text={operator} />
          {t.requestedBy.after(requested)}
        </>
      )}
      <span aria-hidden="true"> → </span>
      {hasFailed ? t.failed(ended, duration) : t.finished(ended, duration)}
      {rating === undefined ? null : (
        <>
          {t.beforeStatus}
          <PlainText text={ratingWord(rating, ratings)} />
        </>
      )}
    </span>
  );
}
