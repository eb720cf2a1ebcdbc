import { Select } from "@mantine/core";
import type { SelectProps } from "@mantine/core";
import type { CountingFacets } from "@trace-console/contracts/console-api";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { fieldList, selectText } from "../ui/field-list.ts";
import { useFieldText } from "../ui/use-field-text.ts";
import styles from "./filter-bar.module.css";
import { texts } from "./texts.ts";

/** Values, and how many traces each brings, in words. */
export type Counts = readonly { readonly value: string; readonly count: string }[];

// To ask each number for its text takes several times as long.
const numbers = new Intl.NumberFormat("en");

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
    count: isPlaceholderData ? "" : `${numbers.format(count)}${data.done ? "" : "+"}`,
  }));
}

/** Facets that are drawn when there is time for hundreds of values: the rows of the list go first. */
export function useLater({ data, isPlaceholderData }: FacetsShown): FacetsShown {
  const shown = useMemo(() => ({ data, isPlaceholderData }), [data, isPlaceholderData]);
  return useDeferredValue(shown);
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

const inOrder = new Intl.Collator("en");

function optionsOf(counted: Iterable<string>, further: readonly string[]): string[] {
  return [...new Set([...counted, ...further])].toSorted(inOrder.compare);
}

interface OptionsWanted {
  readonly facets: FacetsShown;
  readonly field: keyof CountingFacets["facets"];
  /** The values in force: they are options even where they count nothing. */
  readonly values: readonly string[];
  /** Further values that are known. */
  readonly further?: readonly string[] | undefined;
  /** Nobody sees the options of a closed list, and an installation has thousands of operators. */
  readonly isOpen: boolean;
}

/**
 * The values of a facet in alphabetical order, and what each counts. While the list is closed these
 * are the values in force alone.
 */
export function useOptions({ facets, field, values, further = noValues, isOpen }: OptionsWanted) {
  const countOf = useMemo(
    () =>
      new Map(
        isOpen ? describeCounts(facets, field).map(({ value, count }) => [value, count]) : [],
      ),
    [facets, field, isOpen],
  );
  const known = useMemo(
    () => (isOpen ? optionsOf(countOf.keys(), further) : noValues),
    [countOf, further, isOpen],
  );
  if (!isOpen) return { options: values, countOf };
  const options = values.every((value) => known.includes(value))
    ? known
    : optionsOf(countOf.keys(), [...further, ...values]);
  return { options, countOf };
}

/** Stands among the values when they could not be had; no trace holds it. */
const notLoaded = { value: "\0", disabled: true };

const noValues: readonly string[] = [];

interface FacetSelectProps {
  readonly classNames: NonNullable<SelectProps["classNames"]>;
  readonly label: string;
  /** The first option: no filter. */
  readonly all: string;
  readonly disabled: boolean;
  readonly facets: FacetsShown;
  readonly field: keyof CountingFacets["facets"];
  readonly values: readonly string[];
  readonly onChange: (value: string | null) => void;
  /** Asks for the values once more; undefined unless they could not be had. */
  readonly onRetry: (() => void) | undefined;
}

/** Chooses one value of a field, or all. A shared link may hold several: then none is shown here. */
export const FacetSelect = memo(function FacetSelect(props: FacetSelectProps) {
  const { classNames, label, all, disabled, facets, field, values, onChange, onRetry } = props;
  const t = useTexts(texts).bar;
  const [isOpen, setIsOpen] = useState(false);
  const { options, countOf } = useOptions({ facets, field, values, isOpen });
  const { onDropdownClose, ...text } = useFieldText(values.length > 1 ? "" : (values[0] ?? all));
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
      onDropdownOpen={() => {
        setIsOpen(true);
        onRetry?.();
      }}
      onDropdownClose={() => {
        setIsOpen(false);
        onDropdownClose();
      }}
      comboboxProps={fieldList(240)}
      disabled={disabled}
      placeholder={values.length > 1 ? t.values(values.length) : all}
      data={[
        { value: "", label: all },
        ...options.map((value) => ({ value, label: value })),
        ...(onRetry === undefined ? [] : [{ ...notLoaded, label: t.valuesNotLoaded }]),
      ]}
      renderOption={({ option }) => (
        <CountedOption label={option.label} count={countOf.get(option.value)} />
      )}
      value={values.length > 1 ? null : (values[0] ?? "")}
      onChange={(value) => onChange(value === "" ? null : value)}
    />
  );
});
