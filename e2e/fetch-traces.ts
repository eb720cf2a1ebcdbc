import type { Page } from "@playwright/test";
import { tracePageSchema } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";

/** All traces of a query of the console's API, page by page, as the one who is signed in. */
export async function fetchTraces(
  page: Page,
  project_id: string,
  params: Readonly<Record<string, string>>,
): Promise<Trace[]> {
  const query = new URLSearchParams({ ...params, limit: "200" });
  const traces: Trace[] = [];
  for (let next: string | null = ""; next !== null;) {
    if (next !== "") query.set("next", next);
    const reply = await page.request.get(`/api/projects/${project_id}/traces?${query}`);
    const found = tracePageSchema.parse(await reply.json());
    traces.push(...found.traces);
    next = found.next;
  }
  return traces;
}
