import { useCallback } from "react";
import { useZone } from "../time-zone/use-zone.ts";
import { formatTime } from "../ui/format-time.ts";
import { useLanguage } from "./use-language.ts";

/** Writes times (ms since 1970) in language and zone of the page; see {@link formatTime}. */
export type FormatTime = (ms: number) => string;

/** How the page writes times. */
export function useFormatTime(): FormatTime {
  const language = useLanguage();
  const zone = useZone();
  return useCallback((ms: number) => formatTime(ms, language, zone), [language, zone]);
}
