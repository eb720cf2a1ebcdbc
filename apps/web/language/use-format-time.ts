import { useCallback } from "react";
import { formatTime } from "../ui/format-time.ts";
import { useLanguage } from "./use-language.ts";

/** Writes times (ms since 1970) in the language of the page; see {@link formatTime}. */
export type FormatTime = (ms: number) => string;

/** How the page writes times. */
export function useFormatTime(): FormatTime {
  const language = useLanguage();
  return useCallback((ms: number) => formatTime(ms, language), [language]);
}
