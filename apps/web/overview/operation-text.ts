import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { Language } from "../preferences/preferences.ts";
import { findWords } from "../trace-sentences/find-words.ts";

/** What an operation of ModelArts does: "stop a training job"; "" when nobody gave it words. */
export function operationText(trace_name: string, language: Language): string {
  const words = findWords({ service_type: modelArtsService, trace_name });
  if (words === undefined) return "";
  if (language === "zh") return words.zh.join("");
  const [infinitive, , noun] = words.en;
  return noun === "" ? infinitive : `${infinitive} ${noun}`;
}
