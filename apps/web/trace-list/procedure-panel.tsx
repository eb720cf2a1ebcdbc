import { UnstyledButton } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import { ProcedureSteps } from "./late-parts.tsx";
import styles from "./procedure-panel.module.css";
import { texts } from "./texts.ts";

/** The collapsible panel that explains the page. */
export function ProcedurePanel() {
  const t = useTexts(texts);
  const [opened, setOpened] = useState(false);
  return (
    <section className={styles.panel}>
      <h2>
        <UnstyledButton
          className={styles.toggle}
          aria-expanded={opened}
          aria-controls="procedure"
          onClick={() => setOpened(!opened)}
        >
          {t.procedure}
          <ChevronIcon up={opened} />
        </UnstyledButton>
      </h2>
      {opened ? (
        <Suspense>
          <ProcedureSteps id="procedure" />
        </Suspense>
      ) : null}
    </section>
  );
}
