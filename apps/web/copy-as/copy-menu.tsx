import { UnstyledButton } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import menu from "../ui/menu.module.css";
import styles from "./copy-as.module.css";
import { TextToCopy } from "./text-to-copy.tsx";
import { texts } from "./texts.ts";
import { type CopyForm, copyForms, writeAs } from "./write-as.ts";

/** What came of copying. */
interface Outcome {
  readonly form: CopyForm;
  /** The text for the reader to copy, where the browser does not let the page do it. */
  readonly refused: string | null;
}

interface CopyMenuProps {
  readonly projectId: string;
  readonly query: TraceQuery;
}

/** The forms that a query can be copied as. It stays open and tells what came of it. */
export function CopyMenu({ projectId, query }: CopyMenuProps) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const copy = async (form: CopyForm) => {
    const text = writeAs(form, { projectId, query, address: location.href }, t);
    // The same form once more is told once more.
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ form, refused: null });
    } catch {
      setOutcome({ form, refused: text });
    }
  };
  const status = () => {
    if (outcome === null) return "";
    return outcome.refused === null ? t.copied(t.forms[outcome.form]) : t.notCopied;
  };

  return (
    <>
      {copyForms.map((form) => (
        <UnstyledButton key={form} className={menu.item} onClick={() => void copy(form)}>
          {t.forms[form]}
        </UnstyledButton>
      ))}
      <p role="status" className={styles.status}>
        {status()}
      </p>
      {outcome === null || outcome.refused === null ? null : (
        <TextToCopy
          key={outcome.refused}
          label={t.text(t.forms[outcome.form])}
          text={outcome.refused}
        />
      )}
    </>
  );
}
