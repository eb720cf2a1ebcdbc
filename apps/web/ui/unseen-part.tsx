import { type ComponentType, useEffect, useState } from "react";
import type { LateComponent } from "./late-component.tsx";

/**
 * A part of the page that shows nothing by itself. The page is drawn without it, and it joins as
 * soon as its code is there; nothing waits for it, and it waits for nothing. When it cannot be had
 * the page does without.
 */
export function unseenPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LateComponent<Props> {
  let there: ComponentType<Props> | undefined;
  const fetchAhead = async () => {
    there ??= await load().catch(() => undefined);
  };
  function UnseenPart(props: Props) {
    const [Part, setPart] = useState(() => there);
    useEffect(() => {
      void fetchAhead().then(() => setPart(() => there));
    }, []);
    return Part === undefined ? null : <Part {...props} />;
  }
  return Object.assign(UnseenPart, { fetchAhead });
}
