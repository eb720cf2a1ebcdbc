import { formatOffset, localZone } from "../ui/format-time.ts";

/** What a zone is called at a time (ms): `GMT+08:00`, `GMT+02:00 (Europe/Berlin)`, `UTC`. */
export function zoneText(zone: string, at: number): string {
  if (zone === "UTC") return zone;
  const offset = formatOffset(at, zone);
  return zone === localZone ? offset : `${offset} (${zone})`;
}
