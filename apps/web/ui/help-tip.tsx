import { Tooltip, UnstyledButton } from "@mantine/core";
import { HelpIcon } from "./icons.tsx";
import styles from "./ui.module.css";

/** The (?) beside a title: its text opens on hover, on focus and on touch, and closes with Esc. */
export function HelpTip({ about, text }: { about: string; text: string }) {
  return (
    <Tooltip
      label={text}
      multiline
      w={260}
      interactive
      portalProps={{ target: "#page" }}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton type="button" aria-label={`Help: ${about}`} className={styles.helpTip}>
        <HelpIcon />
      </UnstyledButton>
    </Tooltip>
  );
}
