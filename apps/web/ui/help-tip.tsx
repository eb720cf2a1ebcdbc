import { useTexts } from "../language/use-texts.ts";
import { Hint } from "./hint.tsx";
import { HelpIcon } from "./icons.tsx";
import { texts } from "./texts.ts";
import styles from "./ui.module.css";

/** The (?) beside a title, with a text about it. */
export function HelpTip({ about, text }: { about: string; text: string }) {
  const t = useTexts(texts);
  return (
    <Hint label={t.help(about)} className={styles.helpTip} text={text}>
      <HelpIcon />
    </Hint>
  );
}
