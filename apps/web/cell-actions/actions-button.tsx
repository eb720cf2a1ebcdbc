import { UnstyledButton } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import styles from "./cell-actions.module.css";
import type { CellValue } from "./cell-value.ts";
import { texts } from "./texts.ts";
import { useCellWords } from "./use-cell-words.ts";

interface ActionsButtonProps {
  readonly cell: CellValue;
  /** In a cell of the table the arrow keys lead to it, so that Tab passes its row quickly. */
  readonly inCell?: boolean;
  /** Shows the name of the field, where its value is one of several beside it. */
  readonly named?: boolean;
}

/** Opens the menu of a value. The table is listened to as a whole: see `CellActions`. */
export function ActionsButton({ cell, inCell = false, named = false }: ActionsButtonProps) {
  const t = useTexts(texts);
  const { label, value } = useCellWords()(cell);
  const name = t.actions(label, value);
  return (
    <UnstyledButton
      data-cell-menu
      data-field={cell.field}
      data-label={named ? label : undefined}
      className={`${styles.button} ${inCell ? styles.inCell : styles.inDetails}`}
      tabIndex={inCell ? -1 : undefined}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={name}
      title={name}
    >
      <svg aria-hidden="true" focusable="false" width="14" height="4" viewBox="0 0 14 4">
        <path
          d="M2 2h.01M7 2h.01M12 2h.01"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      </svg>
    </UnstyledButton>
  );
}
