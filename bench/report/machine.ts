import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import type { EngineKind } from "../peers/engine.ts";
import type { Machine } from "./result.ts";

/** Describes this machine and the engines that are measured on it. */
export async function describeMachine(kinds: readonly EngineKind[]): Promise<Machine> {
  const engines: Record<string, string> = {};
  for (const kind of kinds) engines[kind.name] = await kind.describe();
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    engines,
  };
}
