import { Button } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { changePreferences, jsonForms, usePreference } from "../preferences/preferences.ts";
import type { JsonLine } from "./json-line.ts";
import styles from "./json-toolbar.module.css";
import { SearchField } from "./search-field.tsx";
import { texts } from "./texts.ts";
import {
  type ChangeViewer,
  type ViewerState,
  foldedAll,
  searched,
  stepped,
  unfoldedAll,
} from "./viewer-state.ts";

interface JsonToolbarProps {
  readonly lines: readonly JsonLine[];
  readonly state: ViewerState;
  readonly onChange: ChangeViewer;
}

/** What can be done with all lines: search, unfold the strings that hold JSON, fold. */
export function JsonToolbar({ lines, state, onChange }: JsonToolbarProps) {
  const t = useTexts(texts);
  const jsonForm = usePreference("jsonForm");
  return (
    <div className={styles.toolbar}>
      <SearchField
        state={state}
        onSearch={(typed) => onChange((now) => searched(now, lines, typed))}
        onStep={(by) => onChange((now) => stepped(now, lines, by))}
      />
      <div className={styles.buttons} role="group" aria-label={t.form}>
        {jsonForms.map((form) => (
          <Button
            key={form}
            size="compact-xs"
            variant="default"
            aria-pressed={jsonForm === form}
            onClick={() => changePreferences({ jsonForm: form })}
          >
            {t.forms[form]}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange((now) => foldedAll(now, lines))}
        >
          {t.foldAll}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange(unfoldedAll)}>
          {t.unfoldAll}
        </Button>
      </div>
    </div>
  );
}
