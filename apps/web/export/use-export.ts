import { useMutation, useQuery } from "@tanstack/react-query";
import type { ExportProgress, NewExport } from "@trace-console/contracts/export-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { cancelExport, fetchProgress, makeExport } from "./export-api.ts";
import { nextLook } from "./next-look.ts";

/** The export of this page, if there is one. */
export interface PageExport {
  /** Its address. */
  readonly path: string;
  readonly progress: ExportProgress;
}

/** Lets the browser fetch a file and keep it, as for a link. */
function saveFile(path: string, name: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = name;
  link.click();
}

/** Makes an export, lets the browser fetch its file, and follows it. */
export function useExport(projectId: string, query: TraceQuery) {
  const making = useMutation({
    mutationFn: (wanted: NewExport) => makeExport(projectId, query, wanted),
    onSuccess: ({ path, file_name }) => saveFile(`${path}/file`, file_name),
  });
  const made = making.data;
  const path = made?.path ?? "";
  const looking = useQuery({
    queryKey: ["export", path],
    queryFn: ({ signal }) => fetchProgress(path, signal),
    enabled: made !== undefined,
    refetchInterval: ({ state: { data, error } }) => nextLook(data, error),
    // The file is fetched also while nobody looks.
    refetchIntervalInBackground: true,
  });
  const cancelling = useMutation({
    mutationFn: () => cancelExport(path),
    onSuccess: () => looking.refetch(),
  });
  const begun: ExportProgress | undefined =
    made === undefined ? undefined : { ...made, state: "waiting", traces: 0, bytes: 0 };
  const progress = looking.data ?? begun;
  return {
    /** Why it could not be made. */
    refusal: making.error,
    isMaking: making.isPending,
    current: progress === undefined ? undefined : { path, progress },
    /** Why it is not known how far it is, or why it could not be cancelled. */
    error: looking.error ?? cancelling.error,
    start: (wanted: NewExport) => making.mutate(wanted),
    cancel: () => cancelling.mutate(),
    /** Makes room for another one. */
    forget: () => {
      cancelling.reset();
      making.reset();
    },
  };
}
