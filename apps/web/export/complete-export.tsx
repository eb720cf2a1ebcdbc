import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import styles from "./export.module.css";
import { formatBytes } from "./progress-words.ts";
import { texts } from "./texts.ts";
import type { PageExport } from "./use-export.ts";

/** What the file of a complete export is, by which it can be checked, and its manifest. */
export function CompleteExport({ current: { path, progress } }: { readonly current: PageExport }) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const { file_name, traces, bytes, sha256 = "" } = progress;
  const copy = async () => {
    // The same once more is told once more.
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(sha256);
      setOutcome("copied");
    } catch {
      setOutcome("notCopied");
    }
  };
  const facts = [
    [t.facts.file, file_name],
    [t.facts.traces, traces.toLocaleString("en")],
    [t.facts.size, t.size(formatBytes(bytes), bytes)],
    [t.facts.sha256, sha256],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.about}>{t.aboutManifest}</p>
      <div className={styles.keep}>
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {t.copyHash}
        </Button>
        <Button component="a" size="xs" variant="default" href={`${path}/manifest`} download>
          {t.manifest}
        </Button>
        <span role="status">{outcome === null ? "" : t[outcome]}</span>
      </div>
    </>
  );
}
