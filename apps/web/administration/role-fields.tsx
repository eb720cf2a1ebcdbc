import { Button } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useTexts } from "../language/use-texts.ts";
import styles from "./administration.module.css";
import { withNewGrant } from "./draft-grants.ts";
import type { DraftGrant } from "./draft-grants.ts";
import { RoleRow } from "./role-row.tsx";
import { texts } from "./texts.ts";

interface RoleFieldsProps {
  readonly drafts: readonly DraftGrant[];
  readonly projects: readonly Project[];
  readonly onChange: (drafts: DraftGrant[]) => void;
}

/** Chooses roles, each in a project or in all of them. */
export function RoleFields({ drafts, projects, onChange }: RoleFieldsProps) {
  const t = useTexts(texts).roles;
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const add = () => {
    // The new row has to stand there before its first field can take the focus.
    flushSync(() => onChange(withNewGrant(drafts)));
    list.current?.lastElementChild?.querySelector("input")?.focus();
  };
  const remove = (removed: DraftGrant) => {
    onChange(drafts.filter((draft) => draft !== removed));
    // The button goes with its row; the focus must not go as well.
    addButton.current?.focus();
  };
  return (
    <fieldset className={styles.roles}>
      <legend>{t.title}</legend>
      {drafts.length === 0 ? <p>{t.none}</p> : null}
      <ul ref={list} className={styles.list}>
        {drafts.map((draft, index) => (
          <RoleRow
            key={draft.key}
            number={index + 1}
            draft={draft}
            projects={projects}
            onChange={(changed) =>
              onChange(drafts.map((other) => (other === draft ? changed : other)))
            }
            onRemove={() => remove(draft)}
          />
        ))}
      </ul>
      <Button ref={addButton} size="xs" variant="default" onClick={add}>
        {t.add}
      </Button>
    </fieldset>
  );
}
