import type { OperationWords } from "./operation-words.ts";
import { type Piece, nameIn } from "./pieces.ts";
import type { Place, TraceFacts } from "./read-facts.ts";

const places: Readonly<Record<Place, string>> = {
  console: "通过控制台",
  api: "通过API",
  sdk: "通过SDK",
};

/** 停止了训练作业 resnet-50；为训练作业 resnet-50 添加标签失败。 */
function tellWords({ en, zh }: OperationWords, { resource, hasFailed }: TraceFacts): Piece[] {
  const name = resource === undefined || en[2] === "" ? [] : nameIn("resource", resource);
  const done = hasFailed ? "" : "了";
  const failed = hasFailed ? "失败" : "";
  if (zh.length === 2) {
    const [verb, noun] = zh;
    const told = `${verb}${done}${noun}`;
    if (name.length === 0) return [told + failed];
    return [`${told} `, ...name, ...(hasFailed ? [` ${failed}`] : [])];
  }
  const [before, verb, object] = zh;
  const told = `${verb}${done}${object}${failed}`;
  return name.length === 0 ? [before + told] : [`${before} `, ...name, ` ${told}`];
}

/** 对 eip 192.0.2.1 执行了 deleteEip */
function tellName({ traceName, resourceType, resource, hasFailed }: TraceFacts): Piece[] {
  const pieces: Piece[] = [];
  if (resourceType !== undefined || resource !== undefined) pieces.push("对 ");
  if (resourceType !== undefined) pieces.push(...nameIn("type", resourceType), " ");
  if (resource !== undefined) pieces.push(...nameIn("resource", resource), " ");
  pieces.push(hasFailed ? "执行 " : "执行了 ", ...nameIn("operation", traceName));
  if (hasFailed) pieces.push(" 失败");
  return pieces;
}

/** li.wei 通过控制台停止了训练作业 resnet-50 */
export function tellInChinese(facts: TraceFacts): readonly Piece[] {
  const { operator, place, words, hasFailed, isIncident, code } = facts;
  const pieces: Piece[] =
    operator === undefined
      ? [place === undefined ? "系统" : "未知用户"]
      : [...nameIn("operator", operator), " "];
  if (place !== undefined) pieces.push(places[place]);
  pieces.push(...(words === undefined ? tellName(facts) : tellWords(words, facts)));
  if (hasFailed && code !== undefined) pieces.push("（状态码 ", ...nameIn("code", code), "）");
  if (isIncident) pieces.push("，造成严重后果");
  return pieces;
}
