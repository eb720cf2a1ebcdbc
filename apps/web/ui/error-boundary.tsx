import { Button } from "@mantine/core";
import { Component } from "react";
import type { ReactNode } from "react";
import { MessagePanel } from "./message-panel.tsx";

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
    if (!this.state.failed) return this.props.children;
    return (
      <MessagePanel
        urgent
        title="This page could not be shown"
        actions={
          <Button size="xs" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        <p>Its code may have been replaced by a newer version. Reload the page.</p>
      </MessagePanel>
    );
  }
}
