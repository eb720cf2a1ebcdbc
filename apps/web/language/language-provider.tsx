import { type ReactNode, Suspense, use, useDeferredValue, useEffect } from "react";
import { usePreference } from "../preferences/preferences.ts";
import { Waiting } from "../ui/waiting.tsx";
import type { Chinese } from "./chinese.ts";
import { ChineseTexts } from "./use-texts.ts";

let loading: Promise<Chinese | null> | undefined;

/** Fetches the Chinese texts once; the page stays English when they cannot be had. */
function loadChinese(): Promise<Chinese | null> {
  loading ??= import("./chinese.ts").then(
    ({ chinese }) => chinese,
    () => null,
  );
  return loading;
}

function Speaking({ children }: { children: ReactNode }) {
  // The page of before stays until the new texts are there.
  const language = useDeferredValue(usePreference("language"));
  const chinese = language === "zh" ? use(loadChinese()) : null;
  useEffect(() => {
    document.documentElement.lang = chinese === null ? "en" : "zh-CN";
  }, [chinese]);
  return <ChineseTexts value={chinese}>{children}</ChineseTexts>;
}

/** Lets all within speak the language that was chosen in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<Waiting label="…" />}>
      <Speaking>{children}</Speaking>
    </Suspense>
  );
}
