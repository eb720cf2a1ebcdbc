import { useTexts } from "../language/use-texts.ts";
import styles from "./help-dialog.module.css";
import { groupsOf } from "./shortcut-groups.ts";
import { shortcuts } from "./shortcuts.ts";
import { texts } from "./texts.ts";
import { actionOf } from "./use-shortcuts.ts";

/** The keys that do something on the page that is shown now, by groups. */
export function ShortcutTable() {
  const t = useTexts(texts);
  const working = shortcuts.filter(({ id }) => actionOf(id) !== undefined);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.key}</th>
          <th scope="col">{t.action}</th>
        </tr>
      </thead>
      {groupsOf(working).map(({ group, members }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.group}>
              {t.groups[group]}
            </th>
          </tr>
          {members.map(({ id, key }) => (
            <tr key={id}>
              <th scope="row">
                <kbd className={styles.key}>{key}</kbd>
              </th>
              <td>{t.actions[id]}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
