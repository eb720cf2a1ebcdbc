/** Between two looks, ms. */
const interval = 5_000;
/** After the first failure in a row, the second, and all others: seconds until the next attempt. */
const waits = [10, 20, 30] as const;

/** Why looking is interrupted, and in how many seconds it is tried again. */
export interface Interruption {
  readonly error: Error;
  readonly seconds: number;
}

interface LookingOptions {
  /** Looks once. The signal is aborted when nobody wants the answer any more. */
  readonly look: (signal: AbortSignal) => Promise<void>;
  /** Told after each look: null when it went well. */
  readonly onOutcome: (interruption: Interruption | null) => void;
  /** Knows whether it is seen, and tells by `visibilitychange` when that changes. */
  readonly page?: EventTarget & { readonly hidden: boolean };
}

/**
 * Looks at once, and again and again while the page is seen; after failures less often. A page that
 * is seen again looks at once.
 *
 * @returns a function that ends it.
 */
export function keepLooking({ look, onOutcome, page = document }: LookingOptions): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let failures = 0;

  /** One look. @returns when to look again, in ms. */
  const attempt = async (): Promise<number> => {
    try {
      await look(signal);
      failures = 0;
      if (!signal.aborted) onOutcome(null);
      return interval;
    } catch (error) {
      const seconds = waits[Math.min(failures, waits.length - 1)] ?? waits[0];
      failures++;
      const reason = error instanceof Error ? error : new Error(String(error));
      if (!signal.aborted) onOutcome({ error: reason, seconds });
      return seconds * 1000;
    }
  };
  const next = async () => {
    clearTimeout(timer);
    if (page.hidden || isLooking) return;
    isLooking = true;
    const wait = await attempt();
    isLooking = false;
    if (!signal.aborted) timer = setTimeout(() => void next(), wait);
  };

  page.addEventListener("visibilitychange", () => void next(), { signal });
  void next();
  return () => {
    ending.abort();
    clearTimeout(timer);
  };
}
