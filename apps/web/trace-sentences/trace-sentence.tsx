import type { Trace } from "@trace-console/contracts/trace";
import { useLanguage } from "../language/use-language.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { tellTrace } from "./describe-trace.ts";
import styles from "./trace-sentence.module.css";

/** What a trace tells, as one sentence in the language of the page. */
export function TraceSentence({ trace }: { trace: Trace }) {
  const language = useLanguage();
  return (
    <p className={styles.sentence}>
      {tellTrace(trace, language).map((piece) =>
        typeof piece === "string" ? piece : <PlainText key={piece.part} text={piece.text} />,
      )}
    </p>
  );
}
