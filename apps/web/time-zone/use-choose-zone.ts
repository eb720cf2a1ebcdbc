import { useSearchParams } from "react-router-dom";
import { changePreferences } from "../preferences/preferences.ts";
import { withZone, zoneParam } from "./zone-param.ts";

/** What changes the zone of the page, and of all pages that this browser shows from now on. */
export function useChooseZone(): (zone: string) => void {
  const [params, setParams] = useSearchParams();
  return (zone) => {
    changePreferences({ zone });
    // The zone of an address would win over the one that is chosen now.
    if (params.has(zoneParam)) setParams((now) => withZone(now, zone), { replace: true });
  };
}
