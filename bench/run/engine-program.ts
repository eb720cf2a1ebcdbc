import { writeFileSync } from "node:fs";
import { runMixedLoad } from "../ours/mixed-load.ts";
import { findKind } from "../peers/kinds.ts";
import { loadEngine } from "./load-engine.ts";
import { type Outcome, readPlan } from "./plan.ts";
import { readEngine } from "./read-engine.ts";

// Measures one engine in a process of its own. Arguments: the phase, the plan, the outcome's file.
const [phase, planFile = "", outcomeFile = ""] = process.argv.slice(2);
const plan = readPlan(planFile);
writeFileSync(outcomeFile, JSON.stringify(await run()));

async function run(): Promise<Outcome> {
  if (phase === "mixed") return runMixedLoad(plan);
  const kind = findKind(plan.engine);
  return phase === "load" ? loadEngine(kind, plan) : readEngine(kind, plan);
}
