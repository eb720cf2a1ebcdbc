import { useState } from "react";

/**
 * The text of a field whose list is searched by typing. `chosen` is the name of what is chosen: the
 * text goes back to it when the list closes without a choice, so that the whole list opens again.
 */
export function useFieldText(chosen: string) {
  const [text, setText] = useState(chosen);
  return { searchValue: text, onSearchChange: setText, onDropdownClose: () => setText(chosen) };
}
