import "./zod-without-eval.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { MantineProvider, createTheme } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router-dom";
import { buildQueryClient } from "./api-client/query-client.ts";
import { App } from "./shell/app.tsx";
import { markSignedOut } from "./shell/session.ts";
import { CaretIcon } from "./ui/icons.tsx";

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

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");

// Mantine would write its variables and classes into style elements, which the page's content
// security policy forbids: they come from styles/ instead.
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={buildQueryClient(markSignedOut)}>
        {/* Not as a transition: a choice that the address holds is shown within its own click. */}
        <BrowserRouter useTransitions={false}>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
