import { createContext, useContext } from "react";
import type { Chinese } from "./chinese.ts";

/** What one part of the console says in English; the Chinese of the same name says the same. */
export interface Texts<Part extends keyof Chinese> {
  readonly part: Part;
  readonly english: Chinese[Part];
}

/** The Chinese texts while the console speaks Chinese, else null. */
export const ChineseTexts = createContext<Chinese | null>(null);

/** What a part of the console says, in the language of the page. */
export function useTexts<Part extends keyof Chinese>({
  part,
  english,
}: Texts<Part>): Chinese[Part] {
  return useContext(ChineseTexts)?.[part] ?? english;
}
