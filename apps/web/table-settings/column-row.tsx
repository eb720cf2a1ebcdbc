import { UnstyledButton } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import iconButton from "../ui/icon-button.module.css";
import { ChevronIcon } from "../ui/icons.tsx";
import { HandleIcon } from "./settings-icons.tsx";
import styles from "./table-settings.module.css";
import { texts } from "./texts.ts";
import { WidthField } from "./width-field.tsx";

interface ColumnRowProps {
  readonly column: FieldColumn;
  readonly title: string;
  /** Its place among the columns that are shown, from 0; -1 when it is not shown. */
  readonly place: number;
  /** How many columns are shown. */
  readonly count: number;
  /** Whether the pointer holds it. */
  readonly held: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number, button: HTMLElement) => void;
}

/** A column in the list of all: chosen or not, and if so, how wide and in which place. */
export function ColumnRow(props: ColumnRowProps) {
  const { column, title, place, count, held, onToggle, onMove } = props;
  const t = useTexts(texts);
  const isShown = place >= 0;
  const isOnly = isShown && count === 1;
  return (
    <li
      className={styles.row}
      data-shown={isShown ? "" : undefined}
      data-held={held ? "" : undefined}
    >
      {/* For the pointer only: the buttons do the same. */}
      <span
        className={styles.handle}
        aria-hidden="true"
        data-handle={isShown ? column.id : undefined}
      >
        {isShown ? <HandleIcon /> : null}
      </span>
      <label className={styles.name} title={isOnly ? t.oneStays : undefined}>
        <input type="checkbox" checked={isShown} disabled={isOnly} onChange={onToggle} />
        <span>{title}</span>
      </label>
      {isShown ? (
        <>
          <WidthField column={column} title={title} />
          <MoveButton
            label={t.moveUp(title)}
            up
            isAtEnd={place === 0}
            onMove={(button) => onMove(place - 1, button)}
          />
          <MoveButton
            label={t.moveDown(title)}
            isAtEnd={place === count - 1}
            onMove={(button) => onMove(place + 1, button)}
          />
        </>
      ) : null}
    </li>
  );
}

interface MoveButtonProps {
  readonly label: string;
  readonly up?: boolean;
  /** Whether there is no way on. The button stays, and with it the focus. */
  readonly isAtEnd: boolean;
  readonly onMove: (button: HTMLElement) => void;
}

function MoveButton({ label, up = false, isAtEnd, onMove }: MoveButtonProps) {
  return (
    <UnstyledButton
      className={iconButton.button}
      aria-label={label}
      title={label}
      aria-disabled={isAtEnd}
      onClick={(event) => {
        if (!isAtEnd) onMove(event.currentTarget);
      }}
    >
      <ChevronIcon up={up} />
    </UnstyledButton>
  );
}
