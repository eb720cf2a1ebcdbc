import { Button } from "@mantine/core";
import { Component, useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "./message-panel.tsx";
import { texts } from "./texts.ts";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps a page that cannot be shown from taking the whole console with it: code that could not be
 * fetched, most often because a newer version was installed meanwhile.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <NotShown /> : this.props.children;
  }
}

/** Whether the service answers: a reload without it would leave nothing but the browser's own page. */
async function isThere(): Promise<boolean> {
  const reply = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  return reply?.ok === true;
}

function NotShown() {
  const t = useTexts(texts);
  const [isRefused, setIsRefused] = useState(false);
  const [isOffline, setIsOffline] = useState(!navigator.onLine);
  useEffect(() => {
    if (!isOffline) return undefined;
    const reload = async () => {
      if (await isThere()) location.reload();
      else setIsOffline(false);
    };
    const onOnline = () => void reload();
    addEventListener("online", onOnline);
    return () => removeEventListener("online", onOnline);
  }, [isOffline]);

  if (isOffline) {
    return (
      <MessagePanel urgent title={t.offline}>
        <p>{t.notHereYet}</p>
      </MessagePanel>
    );
  }
  const reload = async () => {
    if (await isThere()) location.reload();
    else setIsRefused(true);
  };
  return (
    <MessagePanel
      urgent
      title={t.notShown}
      actions={
        <Button size="xs" onClick={() => void reload()}>
          {t.reload}
        </Button>
      }
    >
      <p>{t.maybeReplaced}</p>
      {isRefused ? <p>{t.noAnswer}</p> : null}
    </MessagePanel>
  );
}
