import { Button } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { useTexts } from "../language/use-texts.ts";
import type { OperationPair } from "./find-pair.ts";
import { PairLine } from "./pair-line.tsx";
import { texts } from "./texts.ts";

interface OtherRecordProps {
  readonly pair: OperationPair;
  readonly trace: Trace;
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
}

/** Request and result of an operation that was recorded twice, and the way to the other record. */
export function OtherRecord({ pair, trace, onView }: OtherRecordProps) {
  const t = useTexts(texts).pair;
  const isRequest = pair.request.trace_id === trace.trace_id;
  return (
    <>
      <PairLine pair={pair} />
      <Button
        size="compact-xs"
        variant="default"
        onClick={(event) => onView(isRequest ? pair.result : pair.request, event.currentTarget)}
      >
        {isRequest ? t.viewResult : t.viewRequest}
      </Button>
    </>
  );
}
