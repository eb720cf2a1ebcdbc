import { Button } from "@mantine/core";
import styles from "./saved-views.module.css";

interface RowButtonProps {
  readonly action: string;
  /** Which view it is about, for those who do not see the row. */
  readonly name: string;
  readonly onClick: () => void;
}

/** What may be done with one of the views, beside its name. */
export function RowButton({ action, name, onClick }: RowButtonProps) {
  return (
    <Button size="compact-xs" variant="subtle" className={styles.action} onClick={onClick}>
      {action} <span className="visually-hidden">{name}</span>
    </Button>
  );
}
