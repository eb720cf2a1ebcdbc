import { useTexts } from "../language/use-texts.ts";
import styles from "./heat-map.module.css";
import { stepsUpTo } from "./heat-steps.ts";
import { texts } from "./texts.ts";

/** Which colour stands for how many traces. */
export function HeatMapLegend({ most }: { most: number }) {
  const t = useTexts(texts).heatMap;
  return (
    <div className={styles.legend}>
      <span aria-hidden="true">{t.legend}</span>
      <ul aria-label={t.legend}>
        {stepsUpTo(most).map(({ step, least, most: highest }) => (
          <li key={step}>
            <span className={styles.swatch} data-step={step} aria-hidden="true" />
            {least === highest
              ? least.toLocaleString("en")
              : `${least.toLocaleString("en")}–${highest.toLocaleString("en")}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
