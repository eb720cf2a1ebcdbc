import { TextInput, UnstyledButton } from "@mantine/core";
import { maxTextLength } from "@trace-console/contracts/trace-filter";
import { useEffect, useRef } from "react";
import { useTexts } from "../language/use-texts.ts";
import { CloseIcon, SearchIcon } from "../ui/icons.tsx";
import styles from "./text-search.module.css";
import { texts } from "./texts.ts";
import { useSlash } from "./use-slash.ts";

interface TextSearchProps {
  readonly classNames: Partial<Record<"root" | "label" | "wrapper", string>>;
  /** What is typed; it applies when the form around the field is sent: by Enter or by Query. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The text is taken away, typed and applied. */
  readonly onClear: () => void;
}

/** The field for a text to search for. While the text is too long, the form is not sent. */
export function TextSearch({ classNames, text, onText, onClear }: TextSearchProps) {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  useSlash(input);
  const { length } = text.trim();
  const problem = length > maxTextLength ? t.tooLong(length, maxTextLength) : "";
  useEffect(() => {
    input.current?.setCustomValidity(problem);
  }, [problem]);

  return (
    <TextInput
      ref={input}
      className={styles.search}
      classNames={{
        ...classNames,
        wrapper: [classNames.wrapper, styles.input].join(" "),
        error: styles.problem,
      }}
      label={t.label}
      size="xs"
      placeholder={t.placeholder}
      aria-keyshortcuts="/"
      autoComplete="off"
      enterKeyHint="search"
      spellCheck={false}
      leftSection={<SearchIcon />}
      rightSection={
        text === "" ? null : (
          <UnstyledButton
            className={styles.clear}
            aria-label={t.clear}
            title={t.clear}
            onClick={() => {
              onClear();
              // The button goes with the text; the focus must not go as well.
              input.current?.focus();
            }}
          >
            <CloseIcon />
          </UnstyledButton>
        )
      }
      rightSectionPointerEvents="all"
      // Cut silently, the text would find what nobody asked for.
      error={problem === "" ? null : problem}
      errorProps={{ role: "alert" }}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onInvalid={(event) => {
        // The problem already stands beside the field.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    />
  );
}
