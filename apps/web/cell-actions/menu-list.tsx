import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import styles from "./cell-actions.module.css";
import { itemAfter } from "./item-after.ts";

function itemsIn(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role='menuitem']")];
}

interface MenuListProps {
  /** Id of the element that names the menu. */
  readonly labelledBy: string;
  /** A key asks for what was before the menu. */
  readonly onBack: () => void;
  /** The focus went out of the menu, to this element. */
  readonly onLeft: (to: Element) => void;
  readonly children: ReactNode;
}

/** A menu that has the focus from when it opens, with the keys of the ARIA menu pattern. */
export function MenuList({ labelledBy, onBack, onLeft, children }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It has no place on the page yet: to scroll there would lead to the top.
    if (menu.current !== null) itemsIn(menu.current)[0]?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, currentTarget } = event;
    // What is pressed here is no shortcut of the page.
    event.stopPropagation();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = itemsIn(currentTarget);
    const at = items.findIndex((one) => one === document.activeElement);
    const item = items[at];
    const next = itemAfter(key, at, items.length);
    if (next !== null) items[next]?.focus();
    else if (key === "Escape") onBack();
    else if (key === "Tab") {
      // From the opener on, the browser goes where Tab leads.
      onBack();
      return;
    } else if (key === " " && item instanceof HTMLAnchorElement) item.click();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className={styles.items}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) {
          onLeft(relatedTarget);
        }
      }}
    >
      {children}
    </div>
  );
}
