import { type ComponentType, lazy, useState } from "react";

/** A component whose code comes late, and may be sent for ahead. */
export type LateComponent<Props> = ComponentType<Props> & {
  /** Fetches the code, as far as it is not there. A failure is told when the component is shown. */
  readonly fetchAhead: () => Promise<void>;
};

/**
 * A component that is fetched when it is first shown. With its code already there it is drawn at
 * once: to wait even for a moment costs 0.3 s, as React then holds back what follows so long.
 *
 * @param orElse is shown when the code cannot be had; without it the failure is the page's
 */
export function lateComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  orElse?: ComponentType<Props>,
): LateComponent<Props> {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => {
    there ??= await load();
    return there;
  };
  const Waited = lazy(async () => ({
    default: await fetch().catch((error: unknown) => {
      if (orElse === undefined) throw error;
      return orElse;
    }),
  }));
  function Late(props: Props) {
    // The same one as long as it is shown: another one would begin anew.
    const [Shown] = useState(() => there ?? Waited);
    return <Shown {...props} />;
  }
  const fetchAhead = async () => {
    await fetch().catch(() => {});
  };
  return Object.assign(Late, { fetchAhead });
}
