import { ActionIcon } from "@mantine/core";
import { RefreshIcon } from "./icons.tsx";

/** Asks for what is shown once more. */
export function RefreshButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="default" size={30} aria-label={label} title={label} onClick={onClick}>
      <RefreshIcon />
    </ActionIcon>
  );
}
