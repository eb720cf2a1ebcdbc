import type { TraceRating } from "@trace-console/contracts/trace";
import type { Random } from "@trace-console/trace-samples/random";
import { type bodies, deedOf } from "./bodies.ts";
import { drawByWeight, mix } from "./draw.ts";
import { type LoadOperator, buildOperators } from "./operators.ts";
import { type LoadResource, drawResources } from "./resources.ts";
import { loadDomain, loadProject } from "./scope.ts";
import { buildOperations } from "./services.ts";

/** An operation with what every trace of it says. */
interface PreparedOperation {
  readonly service_type: string;
  readonly resource_type: string;
  readonly trace_name: string;
  readonly weight: number;
  readonly deed: keyof typeof bodies;
  readonly isRead: boolean;
  readonly api_version: string;
  /** Pieces of the wire. */
  readonly nameJson: string;
  readonly sourceJson: string;
  readonly source: number;
  readonly type: number;
  readonly warning: number;
  readonly incident: number;
  /** How often the system does it by itself. */
  readonly bySystem: number;
}

/** Who did what to which resource, when, and how it ended. */
export interface LoadAct {
  readonly operation: PreparedOperation;
  /** Absent when the system acted. */
  readonly operator: LoadOperator | undefined;
  readonly resource: LoadResource;
  readonly time: number;
  readonly record_time: number;
  readonly trace_type: string;
  readonly trace_rating: TraceRating;
  readonly source_ip: string;
  readonly enterprise_project_id: string;
}

/** What the shares of failures are multiplied with, by name: most names hardly ever fail. */
const unsteadiness = [0, 0.3, 0.5, 0.5, 0.8, 1, 1, 1.4, 1.5, 3];
const systemShares = [0, 0, 0, 0, 0.02, 0.05, 0.05, 0.3];

function prepareOperations(): PreparedOperation[] {
  const sources = new Map<string, number>();
  const types = new Map<string, number>();
  const numberIn = (numbers: Map<string, number>, key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return buildOperations().map((operation, index) => {
    const { service_type, resource_type, trace_name } = operation;
    const deed = deedOf(trace_name);
    const isRead = deed === "read";
    const factor = unsteadiness[mix(index, 1) % unsteadiness.length] ?? 1;
    return {
      ...operation,
      deed,
      isRead,
      api_version: service_type === "ModelArts" ? "v2" : "1.0",
      nameJson: `"trace_name":"${trace_name}","resource_type":"${resource_type}"`,
      sourceJson: `"service_type":"${service_type}","event_type":"system","project_id":"${loadProject}","read_only":${isRead},"tracker_name":"system","operation_id":"${trace_name}"`,
      source: numberIn(sources, service_type),
      type: numberIn(types, `${service_type} ${resource_type}`),
      warning: 0.06 * factor,
      incident: 0.01 * factor,
      bySystem: systemShares[mix(index, 2) % systemShares.length] ?? 0,
    };
  });
}

/** Who may be the operator: each operator leaves about a quarter of the sources alone. */
function leavesAlone(operator: number, source: number): boolean {
  return mix(operator + 7_919, source) % 4 === 0;
}

/** Prepares the cast of the load. @returns a function that makes the act at a time (ms since 1970). */
export function makeActs(random: Random): (time: number) => LoadAct {
  const operations = prepareOperations();
  const drawOperation = drawByWeight(operations.map(({ weight }) => weight));
  const operators = buildOperators(random, loadDomain);
  const drawOperator = drawByWeight(operators.map((_, rank) => 1 / (rank + 1)));
  const total = operations.reduce((sum, { weight }) => sum + weight, 0);
  const typeShares: number[] = [];
  for (const { type, weight } of operations) {
    typeShares[type] = (typeShares[type] ?? 0) + weight / total;
  }
  const drawResource = drawResources(typeShares);
  const enterpriseProjects = ["0", ...Array.from({ length: 5 }, () => random.uuid())];

  function nextOperator(source: number): LoadOperator | undefined {
    let index = drawOperator(random);
    while (leavesAlone(index, source)) index = drawOperator(random);
    return operators[index];
  }

  return (time) => {
    const operation = operations[drawOperation(random)];
    if (operation === undefined) throw new RangeError("no operations");
    const operator = random.chance(operation.bySystem) ? undefined : nextOperator(operation.source);
    const resource = drawResource(random, operation.type);
    const draw = random.uint32() / 4_294_967_296;
    const { warning, incident } = operation;
    const trace_rating =
      draw < incident ? "incident" : draw < incident + warning ? "warning" : "normal";
    return {
      operation,
      operator,
      resource,
      time,
      record_time: random.chance(0.7) ? time : time + random.int(2_000),
      trace_type: originOf(random, operator),
      trace_rating,
      source_ip: operator === undefined ? "" : random.pick(operator.addresses),
      enterprise_project_id: random.chance(0.6) ? "0" : random.pickFirst(enterpriseProjects),
    };
  };
}

function originOf(random: Random, operator: LoadOperator | undefined): string {
  if (operator === undefined) return "SystemAction";
  if (operator.isProgram) return "ApiCall";
  return random.chance(0.75) ? "ConsoleAction" : "ApiCall";
}
