import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { fieldList } from "../ui/field-list.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { linesOf } from "./notification-draft.ts";
import styles from "./notifications.module.css";
import { texts } from "./texts.ts";

interface NamesFieldProps {
  readonly label: string;
  readonly description: string;
  /** What the list of known names is called. */
  readonly addLabel: string;
  readonly known: readonly string[];
  /** The names, each on a line of its own. */
  readonly text: string;
  readonly required?: boolean;
  readonly onChange: (text: string) => void;
}

/** Names, each on a line of its own: any may be typed, and known ones chosen from a list. */
export function NamesField(props: NamesFieldProps) {
  const { label, description, addLabel, known, text, required = false, onChange } = props;
  const t = useTexts(texts);
  const [search, setSearch] = useState("");
  const names = linesOf(text);
  return (
    <div className={styles.names}>
      <Textarea
        label={label}
        description={description}
        size="xs"
        rows={4}
        resize="vertical"
        spellCheck={false}
        required={required}
        withAsterisk={false}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {known.length === 0 ? null : (
        <Select
          aria-label={addLabel}
          placeholder={addLabel}
          size="xs"
          searchable
          selectFirstOptionOnChange
          withCheckIcon={false}
          // Enter chooses a name: it does not send the form.
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
          nothingFoundMessage={t.form.noSuchName}
          comboboxProps={fieldList(280)}
          data={known.filter((name) => !names.includes(name))}
          renderOption={({ option }) => <PlainText text={option.label} />}
          value={null}
          searchValue={search}
          onSearchChange={setSearch}
          onChange={(name) => {
            if (name === null) return;
            onChange([...names, name].join("\n"));
            setSearch("");
          }}
        />
      )}
    </div>
  );
}
