import { ApiReferencePage } from "../api-reference/api-reference-page.tsx";
import { TraceStructurePage } from "../trace-structure/trace-structure-page.tsx";

/** What there is to look up, in one piece: the fields of a trace and the API lead to each other. */
export function ReferencePage({ of }: { of: "traces" | "api" }) {
  return of === "traces" ? <TraceStructurePage /> : <ApiReferencePage />;
}
