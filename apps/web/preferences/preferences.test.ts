import { expect, test } from "vitest";
import { languages, readPreferences } from "./preferences.ts";

const atFirst = {
  theme: "system",
  columns: [],
  widths: {},
  density: "comfortable",
  wrap: false,
  jsonForm: "wire",
  zone: "local",
  shortcuts: true,
};

test.each([
  { stored: undefined },
  { stored: null },
  { stored: "dark" },
  { stored: 7 },
  { stored: ["time"] },
  { stored: {} },
  { stored: { language: "xx", theme: 1, columns: "time", widths: 7, density: 3, wrap: "yes" } },
  { stored: { columns: ["time", 5], widths: { time: "wide" }, density: null, wrap: 1 } },
  { stored: { columns: { 0: "time" }, widths: ["time"], density: ["compact"], of_later: true } },
])("$stored is read as at first", ({ stored }) => {
  const { language, ...others } = readPreferences(stored);
  expect(others).toEqual(atFirst);
  expect(languages).toContain(language);
});

test("what can be read stays, whatever stands beside it", () => {
  const whole = { language: "zh", theme: "dark", columns: ["time"], widths: { time: 300 } };
  expect(readPreferences({ ...whole, density: "compact", wrap: "maybe" })).toEqual({
    ...whole,
    density: "compact",
    wrap: false,
    jsonForm: "wire",
    zone: "local",
    shortcuts: true,
  });
});

test("what was stored before there were columns is still read", () => {
  expect(readPreferences({ language: "en", theme: "dark" })).toEqual({
    ...atFirst,
    language: "en",
    theme: "dark",
  });
});
