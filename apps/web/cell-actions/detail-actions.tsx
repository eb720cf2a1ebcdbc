import type { Trace } from "@trace-console/contracts/trace";
import { ActionsButton } from "./actions-button.tsx";
import { cellValueOf, fieldsWithin } from "./cell-value.ts";

/** The buttons beside a field of an expanded row: always there, as touch knows no hover. */
export function DetailActions({ trace, field }: { trace: Trace; field: string }) {
  return (
    <>
      {fieldsWithin(field).map((name) => {
        const cell = cellValueOf(trace, name);
        return cell === null ? null : (
          <ActionsButton key={name} cell={cell} named={field === "user"} />
        );
      })}
    </>
  );
}
