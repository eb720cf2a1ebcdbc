import type { Trace } from "@trace-console/contracts/trace";
import type { Language } from "../preferences/preferences.ts";
import type { Piece } from "./pieces.ts";
import { readFacts } from "./read-facts.ts";
import { tellInChinese } from "./tell-in-chinese.ts";
import { tellInEnglish } from "./tell-in-english.ts";

/** What a trace tells, as a sentence in pieces: the names stand apart from the words. */
export function tellTrace(trace: Trace, language: Language): readonly Piece[] {
  const facts = readFacts(trace);
  return language === "zh" ? tellInChinese(facts) : tellInEnglish(facts);
}

/**
 * What a trace tells, as a sentence: "li.wei stopped training job resnet-50 from the console".
 * Plain text: the names in it come from outside.
 */
export function describeTrace(trace: Trace, language: Language): string {
  return tellTrace(trace, language)
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("");
}
