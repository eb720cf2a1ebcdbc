import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Grant } from "@trace-console/contracts/permissions";
import { onTestFinished } from "vitest";
import { openAccounts } from "./accounts.ts";

export const minute = 60_000;
/** Where sign-ins of the tests come from. */
export const origin = { address: "192.0.2.1", user_agent: "test" };

/** Leave to read some projects. */
export function readerOf(...project_ids: readonly string[]): Grant[] {
  return project_ids.map((project_id) => ({ role: "CTS ReadOnlyAccess", project_id }));
}

/** Accounts in a folder of their own, with the projects `north` and `dublin`, and a clock that stands. */
export function openTestAccounts() {
  const folder = mkdtempSync(join(tmpdir(), "accounts-"));
  const file = join(folder, "accounts.db");
  const time = { now: Date.UTC(2026, 2, 11) };
  const open = () => openAccounts({ file, clock: () => time.now });
  const accounts = open();
  onTestFinished(() => {
    accounts.close();
    rmSync(folder, { recursive: true });
  });
  accounts.projects.register({ project_id: "north", name: "cn-north-4", region: "cn-north-4" });
  accounts.projects.register({ project_id: "dublin", name: "eu-west-101", region: "eu-west-101" });
  return { accounts, time, folder, file, open };
}
