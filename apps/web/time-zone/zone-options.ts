import type { ComboboxItem } from "@mantine/core";
import { formatOffset, localZone } from "../ui/format-time.ts";
import type { texts } from "./texts.ts";

/** Zones that are offered together under one heading. */
interface ZoneGroup {
  readonly group: string;
  readonly items: ComboboxItem[];
}

/**
 * The zones to choose from: the browser's own, UTC, the vendor's and the chosen one with their
 * offsets at `now` (ms), then all others that the browser knows.
 */
export function zoneGroups(chosen: string, now: number, t: typeof texts.english): ZoneGroup[] {
  const first = [...new Set([localZone, "UTC", "Asia/Shanghai", chosen])];
  const label = (zone: string) => {
    if (zone === "UTC") return zone;
    const offset = formatOffset(now, zone);
    return zone === localZone ? t.local(offset) : t.named(offset, zone);
  };
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !first.includes(zone));
  return [
    { group: t.first, items: first.map((zone) => ({ value: zone, label: label(zone) })) },
    // Without offsets: to ask for those of hundreds of zones would take a while.
    { group: t.others, items: others.map((zone) => ({ value: zone, label: zone })) },
  ];
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll("_", " ");

/** Whether a typed text finds a zone, `new york` for instance America/New_York. */
export function isFound({ label }: ComboboxItem, text: string): boolean {
  return plain(label).includes(plain(text));
}
