import { Collapse, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { ReactNode } from "react";
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

/** The six steps of the guide "Using CTS to Audit ModelArts". */
const steps: readonly { icon: ReactNode; title: string; text: string }[] = [
  { icon: <PersonIcon />, title: "Log in", text: "Log in to the console." },
  {
    icon: <PinIcon />,
    title: "Select a region",
    text: "Choose the region in the upper left corner.",
  },
  {
    icon: <ListIcon />,
    title: "Choose Trace List",
    text: "It is in the navigation pane on the left.",
  },
  {
    icon: <FilterIcon />,
    title: "Specify filters",
    text: "Combine time range, source, operator and status as needed.",
  },
  {
    icon: <RowsIcon />,
    title: "Expand a trace",
    text: "The arrow on the left of a trace opens its details.",
  },
  {
    icon: <BracesIcon />,
    title: "View Trace",
    text: "The Operation column shows the whole trace structure.",
  },
];

/** The collapsible panel that explains the page. */
export function ProcedurePanel() {
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
          Procedure for Using CTS
          <ChevronIcon up={opened} />
        </UnstyledButton>
      </h2>
      <Collapse id="procedure" expanded={opened}>
        <ol className={styles.steps}>
          {steps.map(({ icon, title, text }, index) => (
            <li key={title} className={styles.step}>
              <span className={styles.icon}>{icon}</span>
              <span className={styles.title}>
                {index + 1}. {title}
              </span>
              <span className={styles.text}>{text}</span>
            </li>
          ))}
        </ol>
      </Collapse>
    </section>
  );
}
