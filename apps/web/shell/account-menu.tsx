import { Popover, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Session } from "@trace-console/contracts/console-api";
import { useRef, useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router-dom";
import { isSignedOut } from "../api-client/query-client.ts";
import { signOut } from "../api-client/session-api.ts";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { actionOf } from "../keyboard/use-shortcuts.ts";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon, PersonIcon } from "../ui/icons.tsx";
import menu from "../ui/menu.module.css";
import { scopeSearch } from "./scope.ts";
import { markSignedOut } from "./session.ts";
import { texts } from "./texts.ts";
import styles from "./account-menu.module.css";

interface PageEntry {
  readonly path: string;
  readonly name: "account" | "users" | "projects";
  /** Whoever may not do this is not led there. */
  readonly action?: string;
}

const pages: readonly PageEntry[] = [
  { path: "/account", name: "account" },
  { path: "/users", name: "users", action: "tc:user:manage" },
  { path: "/projects", name: "projects", action: "tc:project:manage" },
];

/** Who is signed in, the pages that no project confines, and signing out. */
export function AccountMenu({ session: { user, actions } }: { session: Session }) {
  const t = useTexts(texts);
  const tell = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const opener = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // The way to another page closes the menu.
  const [seen, setSeen] = useState(pathname);
  if (seen !== pathname) {
    setSeen(pathname);
    setOpened(false);
  }
  const leave = useMutation({
    mutationFn: async () => {
      try {
        await signOut();
      } catch (error) {
        // A session that has ended already is what was wanted.
        if (!isSignedOut(error)) throw error;
      }
    },
    onSuccess: () => {
      void navigate("/");
      markSignedOut(client);
    },
  });
  return (
    <div className={styles.menu}>
      {leave.isError ? (
        <span role="alert" className={styles.failure}>
          {t.signOutFailed(tell(leave.error))}
        </span>
      ) : null}
      {/* Every page has a menu of its own, so that the way to another one closes it. */}
      <Popover
        key={pathname}
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={180}
        trapFocus
        returnFocus
        shadow="md"
      >
        <Popover.Target>
          <UnstyledButton
            ref={opener}
            className={styles.opener}
            aria-label={t.account(user)}
            onClick={() => setOpened(!opened)}
          >
            <PersonIcon />
            <bdi className={styles.name}>{user}</bdi>
            <ChevronIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          {pages
            .filter(({ action }) => action === undefined || actions.includes(action))
            .map(({ path, name }) => (
              <UnstyledButton
                key={path}
                component={Link}
                className={menu.item}
                to={`${path}${scopeSearch(params)}`}
              >
                {t.pages[name]}
              </UnstyledButton>
            ))}
          <UnstyledButton
            className={menu.item}
            onClick={() => {
              setOpened(false);
              // The help gives the focus back to where it is when it opens.
              opener.current?.focus();
              actionOf("help")?.();
            }}
          >
            {t.shortcuts}
          </UnstyledButton>
          <UnstyledButton className={menu.item} onClick={() => leave.mutate()}>
            {t.signOut}
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
