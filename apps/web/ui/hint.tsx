import { Popover, UnstyledButton } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./hint.module.css";

/** Long enough to move the pointer from the button into the text, in ms. */
const leaveMs = 150;

interface HintProps {
  /** What the button is called. */
  readonly label: string;
  readonly className: string | undefined;
  /** What it explains. */
  readonly text: string;
  /** What the button shows. */
  readonly children: ReactNode;
}

/**
 * A button that explains something: its text opens on hover, on focus and on touch, stays while the
 * pointer is on it, and closes with Esc (WCAG 2.2, 1.4.13). On Mantine's Popover, which the page has
 * already; its Tooltip would be several kB more.
 */
export function Hint({ label, className, text, children }: HintProps) {
  const [opened, setOpened] = useState(false);
  const leaving = useRef(0);
  const id = useId();
  const open = () => {
    window.clearTimeout(leaving.current);
    setOpened(true);
  };
  const close = () => {
    window.clearTimeout(leaving.current);
    setOpened(false);
  };
  const leave = () => {
    leaving.current = window.setTimeout(close, leaveMs);
  };
  useEffect(() => {
    if (!opened) return undefined;
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpened(false);
    };
    document.addEventListener("keydown", closeByKey);
    return () => document.removeEventListener("keydown", closeByKey);
  }, [opened]);
  useEffect(() => () => window.clearTimeout(leaving.current), []);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top"
      width={260}
      withArrow
      withRoles={false}
      portalProps={{ target: "#page" }}
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <UnstyledButton
          type="button"
          aria-label={label}
          aria-describedby={opened ? id : undefined}
          className={className}
          onClick={open}
          onFocus={open}
          onBlur={close}
          onMouseEnter={open}
          onMouseLeave={leave}
        >
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        id={id}
        role="tooltip"
        className={styles.text}
        onMouseEnter={open}
        onMouseLeave={leave}
      >
        {text}
      </Popover.Dropdown>
    </Popover>
  );
}
