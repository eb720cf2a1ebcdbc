import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * One function for as long as the component lives, which does what `act` did when it was drawn
 * last. A part that takes it need not be drawn again because its parent was. For events: while
 * something is drawn it must not be called.
 */
export function useSame<Values extends unknown[], Result>(
  act: (...values: Values) => Result,
): (...values: Values) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...values: Values) => latest.current(...values), []);
}
