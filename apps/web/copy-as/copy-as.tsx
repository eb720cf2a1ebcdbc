import { Button, Popover } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { ChevronIcon } from "../ui/icons.tsx";
import { CopyMenu } from "./copy-menu.tsx";

interface CopyAsProps {
  /** What the button says. */
  readonly label: string;
  readonly projectId: string;
  /** The query on the screen. */
  readonly query: TraceQuery;
}

/** The button that copies the query as a link or as a call of the API. */
export function CopyAs({ label, projectId, query }: CopyAsProps) {
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="xs" rightSection={<ChevronIcon />}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        {/* Made anew each time the menu opens. */}
        <CopyMenu projectId={projectId} query={query} />
      </Popover.Dropdown>
    </Popover>
  );
}
