import { useState } from "react";

/** Code that is fetched when it is first needed. */
export interface Late<Loaded> {
  /** The code, once it is there. */
  readonly loaded: Loaded | null;
  /** Whether the last attempt to fetch it failed. */
  readonly failed: boolean;
  /** Fetches it. Answers whether it is there now. */
  readonly fetch: () => Promise<boolean>;
}

/** Keeps what `load` imports; it may be asked for again after a failure. */
export function useLate<Loaded extends object>(load: () => Promise<Loaded>): Late<Loaded> {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const fetch = async () => {
    try {
      const code = await load();
      setLoaded(code);
      setFailed(false);
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  return { loaded, failed, fetch };
}
