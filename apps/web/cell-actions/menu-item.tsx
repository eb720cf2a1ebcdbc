import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import menu from "../ui/menu.module.css";
import styles from "./cell-actions.module.css";

interface MenuItemProps {
  /** Why it cannot be chosen; it is told within the item, which keeps its place. */
  readonly problem?: string | undefined;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** Something that can be done with a value. */
export function MenuItem({ problem, onChoose, children }: MenuItemProps) {
  return (
    <UnstyledButton
      role="menuitem"
      tabIndex={-1}
      className={`${menu.item} ${styles.item}`}
      aria-disabled={problem === undefined ? undefined : true}
      onClick={problem === undefined ? onChoose : undefined}
    >
      {children}
      {problem === undefined ? null : <span className={styles.problem}>{problem}</span>}
    </UnstyledButton>
  );
}
