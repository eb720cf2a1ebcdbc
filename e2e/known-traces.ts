import { createHash } from "node:crypto";
import { guideOperations } from "@trace-console/contracts/modelarts-operations";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { attackStrings } from "@trace-console/trace-samples/attack-strings";
import { buildAttackTrace } from "@trace-console/trace-samples/build-attack-trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import {
  type KnownProject,
  beijing,
  dublin,
  laboratory,
  shanghai,
  singapore,
} from "./known-projects.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Names of the traces that single tests look for. */
export const specialNames = {
  system: "autoStopNotebook",
  unknownField: "createWorkflow",
  unknownRating: "rebootServer",
  large: "createDatasetVersion",
  ahead: "createService",
  edge: "updateTimeEdge",
} as const;

const people = ["li.wei", "wang.fang", "zhao.min", "ops-agency"] as const;
const ratings = ["normal", "normal", "warning", "normal", "incident"] as const;

const cloudOperations = [
  ["ECS", "ecs", "createServer"],
  ["ECS", "ecs", "deleteServer"],
  ["VPC", "securitygroup", "createSecurityGroup"],
  ["IAM", "user", "login"],
  ["OBS", "bucket", "createBucket"],
  ["ModelArts", "Notebook", "createNotebook"],
] as const;

/** What every trace of a project has in common; `number` tells the traces of a project apart. */
function buildKnown(
  { project_id, marker }: KnownProject,
  number: number,
  fields: Partial<Trace> & Pick<Trace, "time">,
): Trace {
  const { user } = buildTrace();
  const name = `${people[number % people.length]}.${marker}`;
  return buildTrace({
    project_id,
    trace_id: `${number.toString(16).padStart(8, "0")}-5bfd-11f1-8a4e-${marker.padStart(12, "0")}`,
    record_time: fields.time + 137,
    trace_rating: ratings[number % ratings.length],
    resource_name: `train-${marker}-${number}`,
    resource_id: `${marker}-${number.toString(16).padStart(8, "0")}`,
    request: JSON.stringify({ metadata: { name: `train-${marker}-${number}` } }),
    response: JSON.stringify({ metadata: { id: marker } }),
    user: { ...user, name, user_name: name },
    ...fields,
  });
}

/** The trace with some fields absent. */
function without(trace: Trace, ...fields: readonly string[]): Trace {
  return traceSchema.parse(
    Object.fromEntries(Object.entries(trace).filter(([field]) => !fields.includes(field))),
  );
}

/**
 * The activity of a project in the seven days before `now` (ms since 1970): the guide's operations
 * in the last 40 minutes, other services on the last day, training before that. No trace lies near
 * the end of a preset's time range.
 */
function buildActivity(project: KnownProject, now: number): Trace[] {
  const guide = guideOperations.map(({ trace_name, resource_type }, index) =>
    buildKnown(project, index, {
      time: now - (3 + index * 2) * minute - 251,
      trace_name,
      resource_type,
      // Not every trace has a remark.
      ...(index % 2 === 0 ? { message: `${trace_name} of ${project.marker}` } : {}),
    }),
  );
  const cloud = Array.from({ length: 36 }, (_, index) => {
    const [service_type, resource_type, trace_name] = cloudOperations[
      index % cloudOperations.length
    ] ?? ["ECS", "ecs", "createServer"];
    return buildKnown(project, 100 + index, {
      time: now - 2 * hour - index * 30 * minute,
      service_type,
      resource_type,
      trace_name,
      trace_type: "ApiCall",
    });
  });
  const week = Array.from({ length: 60 }, (_, index) => {
    const { trace_name, resource_type } = guideOperations[(index * 5) % 14] ?? buildTrace();
    return buildKnown(project, 200 + index, {
      time: now - 30 * hour - index * 2 * hour - (index % 7) * 143,
      trace_name,
      resource_type,
    });
  });
  return [...guide, ...cloud, ...week];
}

/** The minute whose first and last instants have traces on both sides, ms since 1970. */
export function edgeOf(now: number): number {
  return Math.floor((now - 26 * hour) / minute) * minute;
}

/** The id of a trace in Beijing and of another one in Singapore: ids are a project's own. */
export const sharedId = "8e73c000-5bfd-11f1-8a4e-0242ac110003";

/** A list of file names that takes `bytes` bytes as JSON, and that compresses as real ones do. */
function largeList(bytes: number): string[] {
  return Array.from({ length: bytes / 40 }, (_, index) => {
    const name = createHash("md5").update(String(index)).digest("hex");
    return `${beijing.marker}/${name.slice(0, 26)}.jpg`;
  });
}

function buildBeijing(now: number): Trace[] {
  const edge = edgeOf(now);
  const edges = [-1, 0, 999, 1000, minute - 1, minute].map((offset, index) =>
    buildKnown(beijing, 300 + index, {
      time: edge + offset,
      trace_name: specialNames.edge,
      resource_name: `edge-${beijing.marker}-${offset}`,
    }),
  );
  const data = Array.from({ length: 12 }, (_, index) =>
    buildKnown(beijing, 400 + index, {
      time: now - 5 * minute - index * 4 * hour,
      service_type: "OBS",
      resource_type: "object",
      trace_name: index % 3 === 0 ? "PUT.OBJECT" : "GET.OBJECT",
      trace_type: index % 2 === 0 ? "ObsSDK" : "ObsAPI",
      tracker_name: index % 2 === 0 ? "obs-tracker" : "audit-tracker",
    }),
  );
  const system = [7 * minute, 5 * hour, 3 * day].map((age, index) =>
    without(
      buildKnown(beijing, 500 + index, {
        time: now - age - 500,
        trace_name: specialNames.system,
        resource_type: "Notebook",
        trace_type: "SystemAction",
      }),
      "user",
      "source_ip",
    ),
  );
  const odd = [
    buildKnown(beijing, 600, {
      time: now - 12 * minute - 500,
      trace_name: specialNames.unknownField,
      resource_type: "Workflow",
      zone_of_future: { levels: [1, "two", null], marker: beijing.marker },
    }),
    buildKnown(beijing, 601, {
      time: now - 13 * minute - 500,
      trace_name: specialNames.unknownRating,
      // The others' address begins with it.
      source_ip: "124.71.93.24",
      service_type: "BMS",
      resource_type: "server",
      trace_rating: "critical",
    }),
    buildKnown(beijing, 602, {
      time: now - 4 * hour - 500,
      trace_name: specialNames.large,
      resource_type: "Dataset",
      request: JSON.stringify({ files: largeList(2_000_000) }),
    }),
    buildKnown(beijing, 603, {
      time: now + 2 * hour,
      trace_name: specialNames.ahead,
      resource_type: "Service",
    }),
    buildKnown(beijing, 606, { time: now - 11 * minute - 500, trace_id: sharedId }),
    // Two traces of the same instant: the id decides about their order.
    ...[604, 605].map((number) =>
      buildKnown(beijing, number, {
        time: now - 21 * minute - 500,
        resource_name: "缺陷检测 训练作业（第 7 版）",
      }),
    ),
  ];
  return [...buildActivity(beijing, now), ...edges, ...data, ...system, ...odd];
}

function buildSingapore(now: number): Trace[] {
  return [
    ...buildActivity(singapore, now),
    buildKnown(singapore, 700, { time: now - 9 * minute - 500, trace_id: sharedId }),
  ];
}

function buildThousands(now: number): Trace[] {
  return Array.from({ length: 3300 }, (_, index) =>
    buildKnown(shanghai, index, {
      // Three traces of each instant, over five and a half days.
      time: now - 10 * minute - Math.floor(index / 3) * 7 * minute,
      trace_name: guideOperations[index % 14]?.trace_name ?? "",
    }),
  );
}

function buildAttacks(now: number): Trace[] {
  return attackStrings.map((payload, index) =>
    buildAttackTrace(payload, {
      project_id: dublin.project_id,
      time: now - 2 * minute - index * 10 * second,
      record_time: now - 2 * minute - index * 10 * second,
    }),
  );
}

/** A project and all its traces, newest first. */
export interface KnownTraces {
  readonly project: KnownProject;
  readonly traces: readonly Trace[];
}

/** The order of every list: (time, trace_id by bytes), both descending. The ids here are ASCII. */
function newestFirst(a: Trace, b: Trace): number {
  return b.time - a.time || (a.trace_id < b.trace_id ? 1 : -1);
}

/** The same with more traces. */
export function addTraces({ project, traces }: KnownTraces, more: readonly Trace[]): KnownTraces {
  return { project, traces: [...traces, ...more].toSorted(newestFirst) };
}

/** Everything that the tests import, made for the moment `now` in ms since 1970. */
export function buildKnownTraces(now: number) {
  const known = (project: KnownProject, traces: Trace[]): KnownTraces => ({
    project,
    traces: traces.toSorted(newestFirst),
  });
  return {
    beijing: known(beijing, buildBeijing(now)),
    laboratory: known(laboratory, buildActivity(laboratory, now)),
    singapore: known(singapore, buildSingapore(now)),
    dublin: known(dublin, buildAttacks(now)),
    shanghai: known(shanghai, buildThousands(now)),
  };
}
