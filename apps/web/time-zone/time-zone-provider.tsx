import type { ReactNode } from "react";
import { useSearchParams } from "react-router-dom";
import { usePreference } from "../preferences/preferences.ts";
import { ZoneContext } from "./use-zone.ts";
import { zoneOf } from "./zone-param.ts";

/** Lets all within write times in the zone of the address, else in that of this browser. */
export function TimeZoneProvider({ children }: { children: ReactNode }) {
  const [params] = useSearchParams();
  const zone = usePreference("zone");
  return <ZoneContext value={zoneOf(params, zone)}>{children}</ZoneContext>;
}
