import { useContext } from "react";
import type { Language } from "../preferences/preferences.ts";
import { ChineseTexts } from "./use-texts.ts";

/** The language that the page speaks now, for what is written by rule: times, for instance. */
export function useLanguage(): Language {
  return useContext(ChineseTexts) === null ? "en" : "zh";
}
