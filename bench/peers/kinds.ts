import { oursKind } from "../ours/ours.ts";
import { clickhouseKind } from "./clickhouse.ts";
import { duckdbKind } from "./duckdb.ts";
import type { EngineKind } from "./engine.ts";
import { postgresKind } from "./postgres.ts";
import { sqliteKind, sqliteTextKind } from "./sqlite.ts";

const smallPeers = [sqliteKind, sqliteTextKind, postgresKind];
const bigPeers = [duckdbKind, clickhouseKind];

/** Up to which number of traces those peers take part that fall off beyond. */
const mostForAll = 1_000_000;

/** The peers that a load of this size is given to. */
export function peersFor(count: number): readonly EngineKind[] {
  return count <= mostForAll ? [...smallPeers, ...bigPeers] : bigPeers;
}

/** The engine of this name. @throws RangeError for an unknown one */
export function findKind(name: string): EngineKind {
  const found = [oursKind, ...smallPeers, ...bigPeers].find((kind) => kind.name === name);
  if (found === undefined) throw new RangeError(`no such engine: ${name}`);
  return found;
}
