import { readFileSync } from "node:fs";

/** MB of anonymous memory that this process holds: neither files nor what is shared with others. */
export function anonymousMegabytes(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1000;
}
