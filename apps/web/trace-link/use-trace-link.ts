import { type RefObject, useEffect, useRef } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router-dom";
import { openedTrace, withTrace } from "./trace-address.ts";

/** The mark on a step of the history with which this page opened a trace itself. */
const openedHere = { opensTrace: true };

function isOpenedHere(state: unknown): boolean {
  return typeof state === "object" && state !== null && "opensTrace" in state;
}

/** The link of a trace's row, when the table has it: of thousands, only those in sight. */
function linkOf(table: HTMLElement, traceId: string): HTMLElement | null {
  return table.querySelector<HTMLElement>(`[data-trace-link="${CSS.escape(traceId)}"]`);
}

/**
 * The trace that the address opens. To open one is a step that Back leads out of; closing it takes
 * that step back, or takes the trace out of an address that came with it. Afterwards the focus is
 * on what opened it, on the link of its row, or on the table when that row is not there.
 */
export function useTraceLink(region: RefObject<HTMLElement | null>) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const { key } = location;
  const state: unknown = location.state;
  const traceId = openedTrace(params);
  const shown = useRef(traceId);
  const opener = useRef<HTMLElement | null>(null);
  // The step of the history that is being left.
  const left = useRef("");

  useEffect(() => {
    const before = shown.current;
    shown.current = traceId;
    if (traceId !== null) return;
    left.current = "";
    const table = region.current;
    if (before === null || table === null) return;
    const link = opener.current?.isConnected === true ? opener.current : linkOf(table, before);
    opener.current = null;
    if (link === null) table.focus({ preventScroll: true });
    else link.focus();
  }, [traceId, region]);

  const open = (id: string, link: HTMLElement) => {
    opener.current = link;
    if (id !== traceId) setParams((now) => withTrace(now, id), { state: openedHere });
  };
  const close = () => {
    if (!isOpenedHere(state)) {
      setParams((now) => withTrace(now, null), { replace: true });
    } else if (left.current !== key) {
      // The step back takes a moment, in which one must not be taken twice.
      left.current = key;
      void navigate(-1);
    }
  };
  return { traceId, open, close };
}
