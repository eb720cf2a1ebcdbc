import type { Project } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { Link } from "react-router-dom";
import { useFormatTime } from "../language/use-format-time.ts";
import { useLanguage } from "../language/use-language.ts";
import { TraceStatus } from "../trace-list/trace-status.tsx";
import { describeTrace, tellTrace } from "../trace-sentences/describe-trace.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./endings.module.css";
import { allTraces } from "./questions.ts";
import { useTraceListPath } from "./use-trace-list-path.ts";

interface EndingLineProps {
  readonly project: Project;
  readonly trace: Trace;
}

/** One trace: what it tells as a sentence, whether it worked, and its time, which leads to it. */
export function EndingLine({ project, trace }: EndingLineProps) {
  const language = useLanguage();
  const formatTime = useFormatTime();
  const pathOf = useTraceListPath(project);
  const { time, trace_name, trace_rating } = trace;
  const thisOne = { ...allTraces({ from: time, to: time + 1 }), trace_name: [trace_name] };
  return (
    <li className={styles.line}>
      <p className={styles.sentence} title={describeTrace(trace, language)}>
        {tellTrace(trace, language).map((piece) =>
          typeof piece === "string" ? piece : <PlainText key={piece.part} text={piece.text} />,
        )}
      </p>
      <div className={styles.facts}>
        {trace_rating ? <TraceStatus rating={trace_rating} /> : null}
        <Link className={styles.time} to={pathOf(thisOne)}>
          {formatTime(time)}
        </Link>
      </div>
    </li>
  );
}
