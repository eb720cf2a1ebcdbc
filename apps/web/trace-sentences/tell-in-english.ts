import type { OperationWords } from "./operation-words.ts";
import { type Piece, nameIn } from "./pieces.ts";
import type { Place, TraceFacts } from "./read-facts.ts";

const places: Readonly<Record<Place, string>> = {
  console: " from the console",
  api: " by API",
  sdk: " by SDK",
};

/** "stopped training job resnet-50", "stopped a training job". */
function tellWords({ en }: OperationWords, { resource, hasFailed }: TraceFacts): Piece[] {
  const [infinitive, past, noun] = en;
  const verb = hasFailed ? infinitive : past;
  if (noun === "") return [verb];
  if (resource === undefined) return [`${verb} ${noun}`];
  return [`${verb} ${noun.replace(/^(?:an?|the) /, "")} `, ...nameIn("resource", resource)];
}

/** "performed deleteEip on eip 192.0.2.1". */
function tellName({ traceName, resourceType, resource, hasFailed }: TraceFacts): Piece[] {
  const verb = hasFailed ? "perform" : "performed";
  const pieces: Piece[] = [`${verb} `, ...nameIn("operation", traceName)];
  if (resourceType !== undefined || resource !== undefined) pieces.push(" on");
  if (resourceType !== undefined) pieces.push(" ", ...nameIn("type", resourceType));
  if (resource !== undefined) pieces.push(" ", ...nameIn("resource", resource));
  return pieces;
}

/** "li.wei stopped training job resnet-50 from the console". */
export function tellInEnglish(facts: TraceFacts): readonly Piece[] {
  const { operator, place, words, hasFailed, isIncident, code } = facts;
  const pieces: Piece[] =
    operator === undefined
      ? [place === undefined ? "The system" : "Somebody unknown"]
      : [...nameIn("operator", operator)];
  pieces.push(hasFailed ? " failed to " : " ");
  pieces.push(...(words === undefined ? tellName(facts) : tellWords(words, facts)));
  if (place !== undefined) pieces.push(places[place]);
  if (hasFailed && code !== undefined) pieces.push(" (code ", ...nameIn("code", code), ")");
  if (isIncident) pieces.push(", with a serious consequence");
  return pieces;
}
