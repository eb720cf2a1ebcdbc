import { Select } from "@mantine/core";
import type { SelectProps } from "@mantine/core";
import type { CountingFacets } from "@trace-console/contracts/console-api";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { fieldList, selectText } from "../ui/field-list.ts";
import { useFieldText } from "../ui/use-field-text.ts";
import styles from "./filter-bar.module.css";
import { texts } from "./texts.ts";

/** Values, and how many traces each brings, in words. */
export type Counts = readonly { readonly value: string; readonly count: string }[];

/** The values of the fields, as far as they are known. */
export interface FacetsShown {
  readonly data: CountingFacets | undefined;
  /** Whether these are still those of the query before. */
  readonly isPlaceholderData: boolean;
}

/**
 * The counts of a field as they are told: "1,234", "1,234+" while they are still being counted, and
 * none for another query than this one.
 */
export function describeCounts(
  { data, isPlaceholderData }: FacetsShown,
  field: keyof CountingFacets["facets"],
): Counts {
  if (data === undefined) return [];
  return data.facets[field].map(({ value, count }) => ({
    value,
    count: isPlaceholderData ? "" : `${count.toLocaleString("en")}${data.done ? "" : "+"}`,
  }));
}

/** A value to choose, with how many traces it brings. */
export function CountedOption({ label, count }: { label: string; count: string | undefined }) {
  return (
    <span className={styles.option}>
      <PlainText text={label} />
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
    </span>
  );
}

/** The values of a facet in alphabetical order, with those in force even where they count nothing. */
export function optionsOf(counts: Counts, values: readonly string[]): string[] {
  return [...new Set([...counts.map(({ value }) => value), ...values])].toSorted((a, b) =>
    a.localeCompare(b, "en"),
  );
}

/** Stands among the values when they could not be had; no trace holds it. */
const notLoaded = { value: "\0", disabled: true };

interface FacetSelectProps {
  readonly classNames: NonNullable<SelectProps["classNames"]>;
  readonly label: string;
  /** The first option: no filter. */
  readonly all: string;
  readonly disabled: boolean;
  readonly counts: Counts;
  readonly values: readonly string[];
  readonly onChange: (value: string | null) => void;
  /** Asks for the values once more; undefined unless they could not be had. */
  readonly onRetry: (() => void) | undefined;
}

/** Chooses one value of a field, or all. A shared link may hold several: then none is shown here. */
export function FacetSelect(props: FacetSelectProps) {
  const { classNames, label, all, disabled, counts, values, onChange, onRetry } = props;
  const t = useTexts(texts).bar;
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const text = useFieldText(values.length > 1 ? "" : (values[0] ?? all));
  return (
    <Select
      classNames={classNames}
      label={label}
      size="xs"
      searchable
      onFocus={selectText}
      onClick={selectText}
      {...text}
      selectFirstOptionOnChange
      allowDeselect={false}
      withCheckIcon={false}
      nothingFoundMessage={onRetry === undefined ? t.noValue : t.valuesNotLoaded}
      onDropdownOpen={onRetry}
      comboboxProps={fieldList(240)}
      disabled={disabled}
      placeholder={values.length > 1 ? t.values(values.length) : all}
      data={[
        { value: "", label: all },
        ...optionsOf(counts, values).map((value) => ({ value, label: value })),
        ...(onRetry === undefined ? [] : [{ ...notLoaded, label: t.valuesNotLoaded }]),
      ]}
      renderOption={({ option }) => (
        <CountedOption label={option.label} count={countOf.get(option.value)} />
      )}
      value={values.length > 1 ? null : (values[0] ?? "")}
      onChange={(value) => onChange(value === "" ? null : value)}
    />
  );
}
