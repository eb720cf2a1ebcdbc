import { TextInput } from "@mantine/core";
import { useId } from "react";
import type { Ref } from "react";

interface SuggestedInputProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  readonly maxLength: number;
  readonly suggestions: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text that has to be given, with suggestions of the browser's own; any other may be typed. */
export function SuggestedInput(props: SuggestedInputProps) {
  const { ref, label, maxLength, suggestions, value, onChange } = props;
  const list = useId();
  return (
    <>
      <TextInput
        ref={ref}
        label={label}
        size="xs"
        list={list}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        required
        withAsterisk={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {suggestions.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </>
  );
}
