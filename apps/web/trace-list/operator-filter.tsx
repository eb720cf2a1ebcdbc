import { MultiSelect, Pill } from "@mantine/core";
import { memo, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { fieldList } from "../ui/field-list.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { CountedOption, useOptions } from "./facet-select.tsx";
import type { FacetsShown } from "./facet-select.tsx";
import styles from "./filter-bar.module.css";
import { texts } from "./texts.ts";
import { useOperators } from "./trace-queries.ts";

/** More are found by typing: thousands in an open list would be drawn anew with each choice. */
const mostOptions = 200;

interface OperatorFilterProps {
  readonly classNames: Partial<Record<"root" | "label" | "wrapper", string>>;
  readonly projectId: string;
  readonly disabled: boolean;
  readonly facets: FacetsShown;
  readonly values: readonly string[];
  readonly onChange: (users: string[]) => void;
}

/** Chooses operators: those of the last 30 days, each with how many traces it brings. */
export const OperatorFilter = memo(function OperatorFilter(props: OperatorFilterProps) {
  const { classNames, projectId, disabled, facets, values, onChange } = props;
  const { bar: t, filters } = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const known = useOperators(projectId);
  const [isOpen, setIsOpen] = useState(false);
  const further = known.data?.operators;
  const { options, countOf } = useOptions({ facets, field: "user", values, further, isOpen });
  return (
    <MultiSelect
      ref={input}
      className={styles.operator}
      classNames={classNames}
      label={filters.labels.user}
      size="xs"
      searchable
      limit={mostOptions}
      selectFirstOptionOnChange
      nothingFoundMessage={known.isError ? t.valuesNotLoaded : t.noOperator}
      onDropdownOpen={() => {
        setIsOpen(true);
        if (known.isError) void known.refetch();
      }}
      onDropdownClose={() => setIsOpen(false)}
      comboboxProps={fieldList(280)}
      disabled={disabled}
      placeholder={values.length === 0 ? t.allOperators : ""}
      data={options}
      renderOption={({ option, checked }) => (
        <>
          <span aria-hidden="true" className={styles.box} data-checked={checked} />
          <CountedOption label={option.label} count={countOf.get(option.value)} />
        </>
      )}
      renderPill={({ value, onRemove }) => (
        <Pill
          withRemoveButton={!disabled}
          disabled={disabled}
          onRemove={onRemove}
          removeButtonProps={{
            "aria-label": t.remove(String(value)),
            "aria-hidden": false,
            tabIndex: 0,
            // The button goes with its operator; the focus must not go as well.
            onClick: () => input.current?.focus(),
          }}
        >
          <PlainText text={String(value)} />
        </Pill>
      )}
      value={[...values]}
      onChange={onChange}
    />
  );
});
