import { useSyncExternalStore } from "react";
import { usePreference } from "./preferences.ts";

const darkSystem = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const system = matchMedia(darkSystem);
  system.addEventListener("change", listener);
  return () => system.removeEventListener("change", listener);
}

/** Whether the page is light or dark now: as it was chosen, else as the system is. */
export function useColorScheme(): "light" | "dark" {
  const theme = usePreference("theme");
  const isSystemDark = useSyncExternalStore(subscribe, () => matchMedia(darkSystem).matches);
  if (theme !== "system") return theme;
  return isSystemDark ? "dark" : "light";
}
