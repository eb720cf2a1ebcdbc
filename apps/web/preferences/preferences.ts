import { useSyncExternalStore } from "react";
import { z } from "zod";

/** The languages of the console. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** Light, dark, or as the operating system has it. */
export const themes = ["light", "dark", "system"] as const;

/** How high the rows of the Trace List are. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** A string that holds JSON: as it is on the wire, or unfolded into that JSON. */
export const jsonForms = ["wire", "unfolded"] as const;

/** What somebody chose in this browser; it stays here, as the next person has other eyes. */
const preferencesSchema = z.object({
  language: z.enum(languages).catch(() => browserLanguage()),
  theme: z.enum(themes).catch("system"),
  /** Ids of the columns of the Trace List, in their order; none while they are as at first. */
  columns: z.array(z.string()).catch([]),
  /** Widths in px of the columns that were resized, by their ids. */
  widths: z.record(z.string(), z.number()).catch({}),
  density: z.enum(densities).catch("comfortable"),
  /** Whether long texts of the Trace List go on in further lines. */
  wrap: z.boolean().catch(false),
  jsonForm: z.enum(jsonForms).catch("wire"),
  /** The time zone in which times are written: `local`, or an IANA name. */
  zone: z.string().catch("local"),
  /** Whether single keys do something; the help for them opens in any case. */
  shortcuts: z.boolean().catch(true),
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

/** Reads what is stored, part by part: one that cannot be read is as at first. */
export function readPreferences(stored: unknown): Preferences {
  return preferencesSchema.catch(() => preferencesSchema.parse({})).parse(stored);
}

function read(): Preferences {
  return readPreferences(readStored());
}

const listeners = new Set<() => void>();
let current: Preferences | undefined;

function publish(preferences: Preferences): void {
  current = preferences;
  for (const listener of listeners) listener();
}

function follow({ key }: StorageEvent): void {
  if (key === storageKey || key === null) publish(read());
}

function subscribe(listener: () => void): () => void {
  // Another tab of the console changes all of them.
  if (listeners.size === 0) window.addEventListener("storage", follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", follow);
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

/** One choice; the component is drawn again when that one changes, and not for the others. */
export function usePreference<Name extends keyof Preferences>(name: Name): Preferences[Name] {
  return useSyncExternalStore(subscribe, () => snapshot()[name]);
}

/** Shows a choice that is still being made, in this tab; it is not kept yet. */
export function previewPreferences(changes: Partial<Preferences>): void {
  publish({ ...snapshot(), ...changes });
}

/** Changes what was chosen, for all tabs of this browser. */
export function changePreferences(changes: Partial<Preferences>): void {
  previewPreferences(changes);
  try {
    localStorage.setItem(storageKey, JSON.stringify(snapshot()));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
