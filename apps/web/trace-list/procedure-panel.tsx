import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import {
  BracesIcon,
  ChevronIcon,
  FilterIcon,
  ListIcon,
  PersonIcon,
  PinIcon,
  RowsIcon,
} from "../ui/icons.tsx";
import styles from "./procedure-panel.module.css";
import { texts } from "./texts.ts";

/** The six steps of the guide "Using CTS to Audit ModelArts". */
const steps = [
  { id: "logIn", icon: <PersonIcon /> },
  { id: "region", icon: <PinIcon /> },
  { id: "list", icon: <ListIcon /> },
  { id: "filters", icon: <FilterIcon /> },
  { id: "expand", icon: <RowsIcon /> },
  { id: "view", icon: <BracesIcon /> },
] as const;

/** The collapsible panel that explains the page. */
export function ProcedurePanel() {
  const t = useTexts(texts).procedure;
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
          {t.title}
          <ChevronIcon up={opened} />
        </UnstyledButton>
      </h2>
      {opened ? (
        <ol id="procedure" className={styles.steps}>
          {steps.map(({ id, icon }, index) => (
            <li key={id} className={styles.step}>
              <span className={styles.icon}>{icon}</span>
              <span className={styles.title}>
                {index + 1}. {t.steps[id].title}
              </span>
              <span className={styles.text}>{t.steps[id].text}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
