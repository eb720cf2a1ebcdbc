import { MantineProvider, createTheme } from "@mantine/core";
import type { ReactNode } from "react";
import { useColorScheme } from "../preferences/use-color-scheme.ts";
import { CaretIcon } from "./icons.tsx";

// A list of options scrolls itself: then it is announced as the field's. It opens when asked for.
const list = {
  withScrollArea: false,
  openOnFocus: false,
  attributes: { options: { tabIndex: -1 } },
};
const caret = { rightSection: <CaretIcon />, rightSectionPointerEvents: "none" };
const theme = createTheme({
  respectReducedMotion: true,
  components: {
    Select: { defaultProps: { ...list, ...caret } },
    MultiSelect: { defaultProps: { ...list, ...caret } },
    Autocomplete: { defaultProps: list },
  },
});

/**
 * Mantine in the light or the dark theme. It would write its variables and classes into style
 * elements, which the page's content security policy forbids: they come from styles/ instead.
 */
export function ThemedMantine({ children }: { children: ReactNode }) {
  const scheme = useColorScheme();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={scheme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
