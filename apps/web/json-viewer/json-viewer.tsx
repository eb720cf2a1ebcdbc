import { useId, useMemo } from "react";
import { useTexts } from "../language/use-texts.ts";
import { usePreference } from "../preferences/preferences.ts";
import { JsonToolbar } from "./json-toolbar.tsx";
import { JsonTree } from "./json-tree.tsx";
import { copyOfValue, pathOf } from "./line-texts.ts";
import { readLines } from "./read-lines.ts";
import { texts } from "./texts.ts";
import type { Copied } from "./tree-handlers.ts";
import { useViewerState } from "./use-viewer-state.ts";

interface JsonViewerProps {
  /** The name of the region of the lines. Its text is that of the JSON. */
  readonly label: string;
  /** What is shown. */
  readonly value: object;
  /** The text that is searched for at first. */
  readonly initialSearch: string;
  /** Copies the value of a line, or the path to it. */
  readonly onCopy: (text: string, what: Copied) => void;
}

/**
 * A value as indented JSON, to search, fold and copy from, however large it is. Strings that hold
 * JSON are shown as they are, or unfolded into it, as one likes.
 */
export function JsonViewer({ label, value, initialSearch, onCopy }: JsonViewerProps) {
  const t = useTexts(texts);
  const id = useId();
  const jsonForm = usePreference("jsonForm");
  const json = useMemo(() => JSON.stringify(value), [value]);
  const lines = useMemo(() => readLines(json, jsonForm === "unfolded"), [json, jsonForm]);
  const [state, change] = useViewerState(lines, initialSearch);
  const copyLine = (line: number, what: Copied) => {
    const text = what === "value" ? copyOfValue(lines, line) : pathOf(lines, line);
    // The outermost value has no path.
    if (what === "value" || text !== "") onCopy(text, what);
  };
  return (
    <>
      <JsonToolbar lines={lines} state={state} onChange={change} />
      <p id={`${id}-keys`} className="visually-hidden">
        {t.keys}
      </p>
      <span id={`${id}-continued`} hidden>
        {t.continued}
      </span>
      <div role="region" aria-label={label}>
        {/* The heights of the rows are those of one form. */}
        <JsonTree
          key={jsonForm}
          id={id}
          lines={lines}
          state={state}
          onChange={change}
          onCopyLine={copyLine}
        />
      </div>
    </>
  );
}
