import { useSyncExternalStore } from "react";
import { z } from "zod";

/** The languages of the console. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** Light, dark, or as the operating system has it. */
export const themes = ["light", "dark", "system"] as const;

/** What somebody chose in this browser; it stays here, as the next person has other eyes. */
const preferencesSchema = z.object({
  language: z.enum(languages).catch(() => browserLanguage()),
  theme: z.enum(themes).catch("system"),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const storageKey = "trace-console.preferences";

/** The first language of the browser that the console speaks, else English. */
function browserLanguage(): Language {
  for (const wanted of navigator.languages) {
    const language = languages.find((known) => wanted.toLowerCase().startsWith(known));
    if (language !== undefined) return language;
  }
  return "en";
}

/** What is stored, as it is; storage may be forbidden, and may hold anything. */
function readStored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "{}");
  } catch {
    return {};
  }
}

function read(): Preferences {
  return preferencesSchema.catch(() => preferencesSchema.parse({})).parse(readStored());
}

const listeners = new Set<() => void>();
let current: Preferences | undefined;

function publish(preferences: Preferences): void {
  current = preferences;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // Another tab of the console changes all of them.
  const follow = ({ key }: StorageEvent) => {
    if (key === storageKey || key === null) publish(read());
  };
  listeners.add(listener);
  window.addEventListener("storage", follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", follow);
  };
}

function snapshot(): Preferences {
  current ??= read();
  return current;
}

/** What was chosen; the component is drawn again when that changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, snapshot);
}

/** Changes what was chosen, for all tabs of this browser. */
export function changePreferences(changes: Partial<Preferences>): void {
  const preferences = { ...snapshot(), ...changes };
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  publish(preferences);
}
