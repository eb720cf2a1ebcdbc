import { Autocomplete, Select, TextInput } from "@mantine/core";
import type { OptionsFilter, SelectProps } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { fieldList } from "../ui/field-list.ts";
import { CountedOption, useOptions } from "./facet-select.tsx";
import type { FacetsShown } from "./facet-select.tsx";
import styles from "./filter-bar.module.css";
import { searchByFields } from "./filters.ts";
import type { SearchByField } from "./filters.ts";
import { texts } from "./texts.ts";

interface SearchByProps {
  readonly classNames: NonNullable<SelectProps["classNames"]>;
  readonly disabled: boolean;
  /** The filter whose input is open; null for "All filters". */
  readonly field: SearchByField | null;
  readonly text: string;
  /** Hold the trace names to suggest; any other may be typed. */
  readonly facets: FacetsShown;
  readonly onField: (field: SearchByField | null) => void;
  readonly onText: (text: string) => void;
  /** A suggested trace name was chosen: it applies at once. */
  readonly onPick: (name: string) => void;
}

/** The names that hold the text in any case; none once it is a name, so that no list stays open. */
const suggestNames: OptionsFilter = ({ options, search, limit }) => {
  const text = search.trim();
  const names = options.filter((option) => "label" in option);
  if (names.some(({ label }) => label === text)) return [];
  return names
    .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
    .slice(0, limit);
};

const noneInForce: readonly string[] = [];

/** "Search By" and the input that it opens. Typed text applies on Enter or Query. */
export function SearchBy(props: SearchByProps) {
  const { classNames, disabled, field, text, facets, onField, onText, onPick } = props;
  const { bar: t, filters } = useTexts(texts);
  const isOpen = field === "trace_name";
  const { options, countOf } = useOptions({
    facets,
    field: "trace_name",
    values: noneInForce,
    isOpen,
  });
  return (
    <div className={styles.searchBy}>
      <Select
        classNames={classNames}
        label={t.searchBy}
        size="xs"
        comboboxProps={fieldList(140)}
        allowDeselect={false}
        withCheckIcon={false}
        disabled={disabled}
        data={[
          { value: "", label: t.allFilters },
          ...searchByFields.map((value) => ({ value, label: filters.labels[value] })),
        ]}
        value={field ?? ""}
        onChange={(value) => onField(searchByFields.find((name) => name === value) ?? null)}
      />
      {field === "trace_name" && !disabled ? (
        <Autocomplete
          className={styles.searchText}
          aria-label={filters.labels[field]}
          size="xs"
          placeholder={t.enter[field]}
          maxLength={1024}
          limit={200}
          comboboxProps={fieldList(280)}
          filter={suggestNames}
          data={options}
          renderOption={({ option }) => (
            <CountedOption label={option.value} count={countOf.get(option.value)} />
          )}
          value={text}
          onChange={onText}
          onOptionSubmit={onPick}
        />
      ) : null}
      {field !== null && field !== "trace_name" && !disabled ? (
        <TextInput
          className={styles.searchText}
          aria-label={filters.labels[field]}
          size="xs"
          placeholder={t.enter[field]}
          maxLength={1024}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
