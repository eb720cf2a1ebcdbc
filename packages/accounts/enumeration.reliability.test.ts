import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openAccounts } from "./accounts.ts";

const tries = 500;

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

it(
  "a wrong password takes as long for a user who exists as for one who does not",
  { timeout: 600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "accounts-"));
    const accounts = openAccounts({ file: join(folder, "accounts.db"), clock: Date.now });
    onTestFinished(() => {
      accounts.close();
      rmSync(folder, { recursive: true });
    });
    await accounts.users.add("ann", "a password of many words", []);
    const timeOf = async (user: string) => {
      const start = performance.now();
      expect(await accounts.users.verify(user, "guess")).toBe(false);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1) {
      known.push(await timeOf("ann"));
      unknown.push(await timeOf("nobody"));
    }
    const difference = Math.abs(median(known) - median(unknown)) / median(known);
    expect(difference).toBeLessThan(0.05);
  },
);
