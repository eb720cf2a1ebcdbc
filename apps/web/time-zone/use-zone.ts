import { createContext, useContext } from "react";
import { localZone } from "../ui/format-time.ts";

/** The zone in which the page writes times. */
export const ZoneContext = createContext(localZone);

/** The zone in which the page writes times: `local`, or an IANA name. */
export function useZone(): string {
  return useContext(ZoneContext);
}
