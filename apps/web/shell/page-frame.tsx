import type { Session } from "@trace-console/contracts/console-api";
import type { ReactNode } from "react";
import { NavLink, useSearchParams } from "react-router-dom";
import { KeyboardMap } from "../keyboard/late-keyboard.ts";
import { useTexts } from "../language/use-texts.ts";
import { BellIcon, BracesIcon, ListIcon, PinIcon, TilesIcon } from "../ui/icons.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Appearance } from "./appearance.tsx";
import { ProjectSelector } from "./project-selector.tsx";
import { RegionSelector } from "./region-selector.tsx";
import { resolveScope, scopeSearch } from "./scope.ts";
import { useRegions } from "./session.ts";
import { texts } from "./texts.ts";
import styles from "./shell.module.css";

const pages = [
  { path: "/trace-list", name: "traceList", Icon: ListIcon },
  { path: "/overview", name: "overview", Icon: TilesIcon },
  { path: "/tracker-list", name: "trackerList", Icon: PinIcon },
  { path: "/notifications", name: "notifications", Icon: BellIcon },
  { path: "/trace-structure", name: "traceStructure", Icon: BracesIcon },
] as const;

interface PageFrameProps {
  readonly session: Session;
  readonly children: ReactNode;
}

/** Top bar with the region in the upper left, navigation on the left, and the page. */
export function PageFrame({ session, children }: PageFrameProps) {
  const t = useTexts(texts);
  const regions = useRegions();
  const [params] = useSearchParams();
  const entries = regions.data?.regions ?? [];
  const scope = resolveScope(entries, params);
  const search = scopeSearch(params);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {t.skip}
      </a>
      <header className={styles.bar}>
        <p className={styles.brand}>
          <svg aria-hidden="true" width="20" height="20" viewBox="0 0 32 32">
            <rect className={styles.logo} width="32" height="32" rx="6" />
            <path
              className={styles.logoLines}
              d="M8 10h16M8 16h10M8 22h13"
              strokeWidth="3"
              strokeLinecap="round"
            />
          </svg>
          Trace Console
        </p>
        <div className={styles.scope}>
          <RegionSelector regions={entries} />
          {"region" in scope && typeof scope.region !== "string" ? (
            <ProjectSelector region={scope.region} />
          ) : null}
        </div>
        <Appearance />
        <AccountMenu session={session} />
      </header>
      <nav className={styles.navigation} aria-label={t.service}>
        <p className={styles.service} aria-hidden="true">
          {t.service}
        </p>
        <ul>
          {pages.map(({ path, name, Icon }) => (
            <li key={path}>
              <NavLink to={path + search}>
                <Icon />
                {t.pages[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="page" className={styles.page} tabIndex={-1}>
        {children}
      </main>
      <KeyboardMap />
    </div>
  );
}
