import { ActionIcon, TextInput } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon, SearchIcon } from "../ui/icons.tsx";
import { mostMatches } from "./find-matches.ts";
import styles from "./json-toolbar.module.css";
import { texts } from "./texts.ts";
import type { ViewerState } from "./viewer-state.ts";

/** "3 of 17"; nothing while nothing is searched for. */
function tell({ typed, matches, current }: ViewerState, t: typeof texts.english): string {
  if (typed.trim() === "") return "";
  if (matches.length === 0) return t.noMatch;
  const total = matches.length.toLocaleString("en");
  return t.position(current + 1, matches.length < mostMatches ? total : `${total}+`);
}

interface SearchFieldProps {
  readonly state: ViewerState;
  readonly onSearch: (typed: string) => void;
  /** Goes to the next match, or to the one before. */
  readonly onStep: (by: 1 | -1) => void;
}

/** The field for a text to look for in the lines, and the way from match to match. */
export function SearchField({ state, onSearch, onStep }: SearchFieldProps) {
  const t = useTexts(texts);
  const hasNone = state.matches.length === 0;
  return (
    <div className={styles.search}>
      <TextInput
        className={styles.input}
        size="xs"
        aria-label={t.search}
        placeholder={t.search}
        autoComplete="off"
        enterKeyHint="next"
        spellCheck={false}
        leftSection={<SearchIcon />}
        value={state.typed}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter may also choose what an input method offers.
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t.previous}
        title={`${t.previous} (Shift+Enter)`}
        disabled={hasNone}
        onClick={() => onStep(-1)}
      >
        <ChevronIcon up />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t.next}
        title={`${t.next} (Enter)`}
        disabled={hasNone}
        onClick={() => onStep(1)}
      >
        <ChevronIcon />
      </ActionIcon>
      <span className={styles.count} aria-live="polite" aria-atomic="true">
        {tell(state, t)}
      </span>
    </div>
  );
}
