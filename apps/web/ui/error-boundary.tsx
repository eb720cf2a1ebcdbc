import { Button } from "@mantine/core";
import { Component } from "react";
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

function NotShown() {
  const t = useTexts(texts);
  return (
    <MessagePanel
      urgent
      title={t.notShown}
      actions={
        <Button size="xs" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      }
    >
      <p>{t.maybeReplaced}</p>
    </MessagePanel>
  );
}
