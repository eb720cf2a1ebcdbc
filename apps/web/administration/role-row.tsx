import { Button, Select } from "@mantine/core";
import type { ComboboxProps } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { roleSchema } from "@trace-console/contracts/permissions";
import { useTexts } from "../language/use-texts.ts";
import { fieldList, selectText } from "../ui/field-list.ts";
import { useFieldText } from "../ui/use-field-text.ts";
import styles from "./administration.module.css";
import { holdsEverywhere, withRole } from "./draft-grants.ts";
import type { DraftGrant } from "./draft-grants.ts";
import { listPlaces } from "./grant-words.ts";
import { texts } from "./texts.ts";

const roles = roleSchema.options;

// The dialog scrolls; a list that stands fast is not cut off at its edge.
const optionList: ComboboxProps = { ...fieldList(240), floatingStrategy: "fixed" };

interface RoleRowProps {
  /** Tells the fields of the rows apart, from 1. */
  readonly number: number;
  readonly draft: DraftGrant;
  readonly projects: readonly Project[];
  readonly onChange: (draft: DraftGrant) => void;
  readonly onRemove: () => void;
}

/** A role, and the project in which it holds. */
export function RoleRow({ number, draft, projects, onChange, onRemove }: RoleRowProps) {
  const t = useTexts(texts);
  const places = listPlaces(projects, draft.project_id, t);
  const text = useFieldText(places.find(({ value }) => value === draft.project_id)?.label ?? "");
  return (
    <li className={styles.role}>
      <Select
        label={t.roles.role(number)}
        size="xs"
        comboboxProps={optionList}
        allowDeselect={false}
        withCheckIcon={false}
        data={roles}
        value={draft.role}
        onChange={(value) => {
          const role = roles.find((one) => one === value);
          if (role !== undefined) onChange(withRole(draft, role));
        }}
      />
      <Select
        label={t.roles.projectOf(number)}
        size="xs"
        comboboxProps={optionList}
        searchable
        onFocus={selectText}
        onClick={selectText}
        {...text}
        selectFirstOptionOnChange
        allowDeselect={false}
        withCheckIcon={false}
        nothingFoundMessage={t.roles.noSuchProject}
        placeholder={t.roles.selectProject}
        required
        withAsterisk={false}
        disabled={holdsEverywhere(draft.role)}
        data={places}
        value={draft.project_id === "" ? null : draft.project_id}
        onChange={(project_id) => {
          if (project_id !== null) onChange({ ...draft, project_id });
        }}
      />
      <Button
        size="xs"
        variant="default"
        aria-label={t.roles.removeRole(number)}
        onClick={onRemove}
      >
        {t.roles.remove}
      </Button>
    </li>
  );
}
