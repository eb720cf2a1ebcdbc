import { isZone, localZone } from "../ui/format-time.ts";

/** The parameter of the page's address that names its zone. */
export const zoneParam = "zone";

/**
 * The zone of a page: the one that its parameters name, so that a link shows everybody the same
 * times, else the one that was chosen. A zone that the browser does not know counts as none.
 */
export function zoneOf(params: URLSearchParams, chosen: string): string {
  const named = params.get(zoneParam);
  if (named !== null && isZone(named)) return named;
  return isZone(chosen) ? chosen : localZone;
}

/** The parameters for another zone; the browser's is not named, as each reader has another one. */
export function withZone(params: URLSearchParams, zone: string): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (zone === localZone) changed.delete(zoneParam);
  else changed.set(zoneParam, zone);
  return changed;
}
