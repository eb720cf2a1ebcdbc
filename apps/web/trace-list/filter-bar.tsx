import { Button, Group, Radio, Select } from "@mantine/core";
import { traceKinds, traceRatings } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { Suspense, memo, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { fieldList } from "../ui/field-list.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import { useSame } from "../ui/use-same.ts";
import { TextSearch } from "../text-search/text-search.tsx";
import { useTypedText } from "../text-search/use-typed-text.ts";
import { withText } from "../text-search/with-text.ts";
import { CopyAs, ExportTraces } from "./late-parts.tsx";
import { FacetSelect, useLater } from "./facet-select.tsx";
import type { FacetsShown } from "./facet-select.tsx";
import { FilterChips, FoldedChips } from "./filter-chips.tsx";
import { FilterFold } from "./filter-fold.tsx";
import { searchByOf, singleValue, withFilter, withSearchBy, withTraceSource } from "./filters.ts";
import type { SearchByField } from "./filters.ts";
import styles from "./filter-bar.module.css";
import { OperatorFilter } from "./operator-filter.tsx";
import { SearchBy } from "./search-by.tsx";
import { texts } from "./texts.ts";
import { useFacets } from "./trace-queries.ts";

// The first one is no filter.
const statuses = ["", ...traceRatings] as const;

const noFacets: FacetsShown = { data: undefined, isPlaceholderData: false };
const noValues: readonly string[] = [];

const field = { root: styles.field, label: styles.label, wrapper: styles.input };

interface FilterBarProps {
  readonly projectId: string;
  readonly query: TraceQuery;
  /** A choice that applies at once. */
  readonly onChange: (query: TraceQuery) => void;
  /** Query: runs with the present moment, with what was typed. */
  readonly onQuery: (query: TraceQuery) => void;
  readonly onReset: () => void;
}

/** The filters of the old edition of the Trace List in its two rows, and the search for a text. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { projectId, query, onChange, onQuery, onReset } = props;
  const { bar: t, filters, reset } = useTexts(texts);
  const facets = useFacets(projectId, query);
  // Another source takes the resource type away, so its count is taken without one.
  const ofAnyType = useFacets(projectId, withFilter(query, "resource_type", []));
  const shown = useLater(facets);
  const shownOfAnyType = useLater(ofAnyType);
  const managed = query.trace_type === "system";
  const source = singleValue(query, "service_type");
  const sources = query.service_type?.length ?? 0;

  // What "Search By" stands on, and what is typed there. The address decides as soon as it holds
  // such a filter; until then the choice waits here for its text.
  const applied = searchByOf(query);
  const [seen, setSeen] = useState(applied);
  const [chosen, setChosen] = useState<SearchByField | null>(null);
  const [text, setText] = useState(applied?.text ?? "");
  if (applied?.field !== seen?.field || applied?.text !== seen?.text) {
    setSeen(applied);
    setText(applied?.text ?? "");
    if (applied !== null) setChosen(null);
  }
  const searchBy = applied?.field ?? chosen;
  const withTyped = (typed: string) => {
    if (searchBy === null) return query;
    // Ids and names of traces hold no outer spaces; pasted ones often do.
    const wanted = searchBy === "resource_name" ? typed : typed.trim();
    return wanted === (applied?.text ?? "") ? query : withSearchBy(query, searchBy, wanted);
  };
  const [typedText, setTypedText] = useTypedText(query.text ?? "");
  const [isOpen, setIsOpen] = useState(false);
  const changeSource = useSame((value: string | null) => onChange(withTraceSource(query, value)));
  const changeType = useSame((value: string | null) =>
    onChange(withFilter(query, "resource_type", value === null ? [] : [value])),
  );
  const changeUsers = useSame((users: string[]) => onChange(withFilter(query, "user", users)));
  const retryTypes = useSame(() => void facets.refetch());
  const retrySources = useSame(() => void ofAnyType.refetch());

  return (
    <form
      role="search"
      aria-label={t.label}
      className={styles.form}
      data-open={isOpen}
      onSubmit={(event) => {
        event.preventDefault();
        // An emptied input stays open, although the address no longer names its filter.
        setChosen(searchBy);
        onQuery(withText(withTyped(text), typedText));
      }}
    >
      <FilterFold query={query} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
      <div className={styles.row}>
        <Select
          classNames={field}
          className={styles.kind}
          label={t.kind}
          size="xs"
          comboboxProps={fieldList(140)}
          allowDeselect={false}
          withCheckIcon={false}
          data={traceKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={query.trace_type}
          onChange={(kind) => {
            if (kind === null) return;
            onChange(
              kind === "system"
                ? { ...query, trace_type: kind }
                : { trace_type: kind, from: query.from, to: query.to, text: query.text },
            );
          }}
        />
        <FacetSelect
          classNames={field}
          label={filters.labels.service_type}
          all={t.allSources}
          disabled={!managed}
          facets={shownOfAnyType}
          field="service_type"
          values={query.service_type ?? noValues}
          onChange={changeSource}
          onRetry={ofAnyType.isError ? retrySources : undefined}
        />
        <FacetSelect
          classNames={field}
          label={filters.labels.resource_type}
          all={t.allTypes}
          disabled={!managed || (sources === 0 && (query.resource_type?.length ?? 0) === 0)}
          facets={source === null ? noFacets : shown}
          field="resource_type"
          values={query.resource_type ?? noValues}
          onChange={changeType}
          onRetry={facets.isError ? retryTypes : undefined}
        />
        <SearchBy
          classNames={field}
          disabled={!managed}
          field={searchBy}
          text={text}
          facets={shown}
          onField={(wanted) => {
            setChosen(wanted);
            setText("");
            if (applied !== null) onChange(withSearchBy(query, null, ""));
          }}
          onText={setText}
          onPick={(name) => {
            setText(name);
            onChange(withSearchBy(query, "trace_name", name));
          }}
        />
        <TextSearch
          classNames={field}
          text={typedText}
          onText={setTypedText}
          onClear={() => {
            setTypedText("");
            if (query.text !== undefined) onChange(withText(query, ""));
          }}
        />
      </div>
      <div className={styles.row}>
        <OperatorFilter
          classNames={field}
          projectId={projectId}
          disabled={!managed}
          facets={shown}
          values={query.user ?? noValues}
          onChange={changeUsers}
        />
        <Radio.Group
          classNames={{ root: styles.field, label: styles.label }}
          label={filters.labels.trace_rating}
          size="xs"
          value={
            (query.trace_rating?.length ?? 0) > 1
              ? null
              : (singleValue(query, "trace_rating") ?? "")
          }
          onChange={(rating) =>
            onChange(withFilter(query, "trace_rating", rating === "" ? [] : [rating]))
          }
        >
          <Group className={styles.statuses} gap={20}>
            {statuses.map((value) => (
              <Radio
                key={value}
                size="xs"
                variant="outline"
                value={value}
                label={value === "" ? t.allStatuses : t.statuses[value]}
                disabled={!managed}
              />
            ))}
          </Group>
        </Radio.Group>
        <div className={styles.buttons}>
          <Button type="submit" size="xs">
            {t.query}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setChosen(null);
              setText("");
              setTypedText("");
              onReset();
            }}
          >
            {reset}
          </Button>
          {/* Their keys do not change with the language: an export under way must not be lost. */}
          {(
            [
              ["export", t.export, ExportTraces, null],
              ["copy", t.copyAs, CopyAs, <ChevronIcon key="menu" />],
            ] as const
          ).map(([key, label, Part, mark]) => (
            <Suspense
              key={key}
              fallback={
                <Button variant="default" size="xs" rightSection={mark} disabled>
                  {label}
                </Button>
              }
            >
              <Part label={label} projectId={projectId} query={query} />
            </Suspense>
          ))}
        </div>
      </div>
      <FoldedChips query={query} onChange={onChange} />
      <FilterChips query={query} onChange={onChange} />
    </form>
  );
});
