import "./zod-without-eval.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router-dom";
import { buildQueryClient } from "./api-client/query-client.ts";
import { LanguageProvider } from "./language/language-provider.tsx";
import { App } from "./shell/app.tsx";
import { fetchPageAhead } from "./shell/late-pages.ts";
import { askAhead, markEnded } from "./shell/session.ts";
import { TimeZoneProvider } from "./time-zone/time-zone-provider.tsx";
import { ThemedMantine } from "./ui/themed-mantine.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");

// All that the page waits for is asked for at once, and before anything is drawn.
const client = buildQueryClient(markEnded);
askAhead(client);
fetchPageAhead(location.pathname);

createRoot(root).render(
  <StrictMode>
    <ThemedMantine>
      <LanguageProvider>
        <QueryClientProvider client={client}>
          {/* Not as a transition: a choice that the address holds is shown within its own click. */}
          <BrowserRouter useTransitions={false}>
            <TimeZoneProvider>
              <App />
            </TimeZoneProvider>
          </BrowserRouter>
        </QueryClientProvider>
      </LanguageProvider>
    </ThemedMantine>
  </StrictMode>,
);
