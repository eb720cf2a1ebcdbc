import { Button } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { linkToTrace } from "./link-to-trace.ts";
import { texts } from "./texts.ts";
import styles from "./trace-link.module.css";

interface CopyLinkProps {
  readonly projectId: string;
  readonly traceId: string;
}

/** Copies the link that opens this trace on the list as it is. */
export function CopyLink({ projectId, traceId }: CopyLinkProps) {
  const t = useTexts(texts);
  const [params] = useSearchParams();
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const copy = async () => {
    const link = new URL(location.href);
    link.search = linkToTrace(params, { projectId, traceId, now: Date.now() }).toString();
    link.hash = "";
    try {
      await navigator.clipboard.writeText(link.href);
      setOutcome("copied");
    } catch {
      setOutcome("notCopied");
    }
  };
  return (
    <span className={styles.copyLink}>
      <Button size="xs" variant="default" onClick={() => void copy()}>
        {t.copyLink}
      </Button>
      <span role="status" className={styles.outcome}>
        {outcome === null ? "" : t[outcome]}
      </span>
    </span>
  );
}
