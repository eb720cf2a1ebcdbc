import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import {
  changePreferences,
  languages,
  themes,
  usePreferences,
} from "../preferences/preferences.ts";
import { LateZoneSelect } from "../time-zone/late-zone-select.tsx";
import styles from "./appearance.module.css";
import { texts } from "./texts.ts";

// Each in its own words, so that whoever reads one of them finds it.
const languageNames = { en: "English", zh: "中文" } as const;
const languageTags = { en: "en", zh: "zh-CN" } as const;

/** The menu of language, theme and time zone, which this browser keeps. */
export function Appearance() {
  const t = useTexts(texts);
  const { language, theme } = usePreferences();
  // As long as the list of time zones is open, Esc closes that list alone.
  const [listed, setListed] = useState(false);
  return (
    <Popover
      closeOnEscape={!listed}
      onOpen={() => setListed(false)}
      position="bottom-end"
      width={220}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton className={styles.opener} aria-label={t.appearance} title={t.appearance}>
          <svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18" fill="none">
            <circle cx="9" cy="9" r="7" stroke="currentColor" strokeWidth="1.4" />
            <path
              d="M2 9h14M9 2c5 4.6 5 9.4 0 14M9 2c-5 4.6-5 9.4 0 14"
              stroke="currentColor"
              strokeWidth="1.4"
            />
          </svg>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <div role="group" aria-label={t.language} className={styles.choices}>
          <span aria-hidden="true" className={styles.label}>
            {t.language}
          </span>
          {languages.map((one) => (
            <UnstyledButton
              key={one}
              lang={languageTags[one]}
              className={styles.choice}
              aria-pressed={language === one}
              onClick={() => changePreferences({ language: one })}
            >
              {languageNames[one]}
            </UnstyledButton>
          ))}
        </div>
        <div role="group" aria-label={t.theme} className={styles.choices}>
          <span aria-hidden="true" className={styles.label}>
            {t.theme}
          </span>
          {themes.map((one) => (
            <UnstyledButton
              key={one}
              className={styles.choice}
              aria-pressed={theme === one}
              onClick={() => changePreferences({ theme: one })}
            >
              {t.themes[one]}
            </UnstyledButton>
          ))}
        </div>
        <LateZoneSelect onList={setListed} />
      </Popover.Dropdown>
    </Popover>
  );
}
