import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serverMemory } from "../../scripts/server-memory.mjs";
import { oursKind } from "../ours/ours.ts";
import { type Outcome, type Plan, readOutcome } from "./plan.ts";

const program = join(import.meta.dirname, "engine-program.ts");

/** What an engine is put through, each in a process of its own. */
export type Phase = "load" | "read" | "mixed";

/**
 * Measures an engine in a process of its own and shows what it says.
 *
 * @throws Error when that process fails
 */
export async function runPhase(phase: Phase, plan: Plan, files: string): Promise<Outcome> {
  mkdirSync(plan.folder, { recursive: true });
  const name = plan.engine.toLowerCase().replaceAll(" ", "-");
  const planFile = join(files, `${name}-${phase}-plan.json`);
  const outcomeFile = join(files, `${name}-${phase}.json`);
  writeFileSync(planFile, JSON.stringify(plan));
  const child = spawn(process.execPath, [program, phase, planFile, outcomeFile], {
    // Ours as `npm start` starts it; what a peer brings has its own ways.
    env: plan.engine === oursKind.name ? { ...process.env, ...serverMemory } : process.env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  await once(child, "exit");
  process.off("exit", end);
  if (child.exitCode !== 0) {
    throw new Error(`${plan.engine}: ${phase} ended with ${child.exitCode ?? child.signalCode}`);
  }
  return readOutcome(outcomeFile);
}
