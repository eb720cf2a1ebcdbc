import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * Lets other threads go first when there are fewer cores than work: for what nobody waits for.
 * Linux knows threads as processes of their own; elsewhere nothing happens.
 *
 * @param niceness 1 (a little) to 19 (only what is left); see setpriority(2).
 */
export function giveWay(niceness: number): void {
  if (process.platform !== "linux") return;
  // "1234/task/1240": the process and this thread.
  const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  setPriority(thread, niceness);
}
