import { useState } from "react";

/**
 * The text of a field whose list is searched by typing. `chosen` is the name of what is chosen: the
 * text is that name again when the list closes. The name is not kept but looked at, as the list may
 * close before or after the choice is known here.
 */
export function useFieldText(chosen: string) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    searchValue: typed ?? chosen,
    onSearchChange: (text: string) => setTyped(text),
    onDropdownClose: () => setTyped(null),
  };
}
