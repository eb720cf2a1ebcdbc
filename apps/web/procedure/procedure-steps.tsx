import { useTexts } from "../language/use-texts.ts";
import { BracesIcon, FilterIcon, ListIcon, PersonIcon, PinIcon, RowsIcon } from "../ui/icons.tsx";
import styles from "./procedure-steps.module.css";
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

/** The steps by which the page is used. */
export function ProcedureSteps({ id }: { id: string }) {
  const t = useTexts(texts);
  return (
    <ol id={id} className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.id} className={styles.step}>
          <span className={styles.icon}>{step.icon}</span>
          <span className={styles.title}>
            {index + 1}. {t[step.id].title}
          </span>
          <span className={styles.text}>{t[step.id].text}</span>
        </li>
      ))}
    </ol>
  );
}
