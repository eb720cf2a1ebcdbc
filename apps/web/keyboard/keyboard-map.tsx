import { useRef, useState } from "react";
import { useLate } from "../ui/use-late.ts";
import { useShortcutKeys } from "./use-shortcut-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The keys of the page, and the help that lists them. */
export function KeyboardMap() {
  const [opened, setOpened] = useState(false);
  const opener = useRef<Element | null>(null);
  const dialog = useLate(() => import("./help-dialog.tsx"));
  useShortcutKeys();
  useShortcuts({
    help: () => {
      opener.current = document.activeElement;
      setOpened(true);
      void dialog.fetch();
    },
  });
  return dialog.loaded === null ? null : (
    <dialog.loaded.HelpDialog
      opened={opened}
      onClose={() => {
        setOpened(false);
        if (opener.current instanceof HTMLElement) opener.current.focus();
      }}
    />
  );
}
