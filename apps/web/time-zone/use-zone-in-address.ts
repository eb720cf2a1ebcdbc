import { useEffect } from "react";
import { useSearchParams } from "react-router-dom";
import { localZone } from "../ui/format-time.ts";
import { useZone } from "./use-zone.ts";
import { withZone, zoneParam } from "./zone-param.ts";

/** Keeps the zone in the page's address, so that whoever gets the link reads the same times. */
export function useZoneInAddress(): void {
  const zone = useZone();
  const [params, setParams] = useSearchParams();
  const isMissing = zone !== localZone && params.get(zoneParam) !== zone;
  useEffect(() => {
    if (isMissing) setParams((now) => withZone(now, zone), { replace: true });
  }, [isMissing, zone, setParams]);
}
