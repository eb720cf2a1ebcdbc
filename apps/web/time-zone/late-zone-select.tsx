import { Suspense, lazy } from "react";
import type { ZoneSelectProps } from "./zone-select.tsx";

// Without it, times stay in the zone in which they are.
const ZoneSelect = lazy(async () => {
  const code = await import("./zone-select.tsx").catch(() => null);
  return { default: code?.ZoneSelect ?? nothing };
});

function nothing(_props: object) {
  return null;
}

/** Chooses the zone in which times are written; its code is fetched when it is first shown. */
export function LateZoneSelect(props: ZoneSelectProps) {
  return (
    <Suspense fallback={null}>
      <ZoneSelect {...props} />
    </Suspense>
  );
}
