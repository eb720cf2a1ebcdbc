import { modelArtsOperations } from "@trace-console/contracts/modelarts-families";
import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import { type Trace, traceRatings } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import type { Language } from "../preferences/preferences.ts";
import { describeTrace } from "./describe-trace.ts";
import { findWords, operationTables } from "./find-words.ts";

/** All operations that have words of their own. */
const told = [...operationTables].flatMap(([service_type, tables]) =>
  tables.flatMap((table) => Object.keys(table)).map((trace_name) => ({ service_type, trace_name })),
);

function namesOf(service: string): string[] {
  return told
    .filter(({ service_type }) => service_type === service)
    .map(({ trace_name }) => trace_name)
    .toSorted();
}

/** Each operation in each trace status, on a resource with a name and on one without. */
const variants = told.flatMap((one) =>
  traceRatings.flatMap((trace_rating) => [
    { ...one, trace_rating, resource_name: "resnet-50" },
    { ...one, trace_rating },
  ]),
);

function tell(changes: Partial<Trace>, language: Language): string {
  const trace: Trace = {
    trace_id: "1",
    trace_name: "",
    trace_type: "ApiCall",
    user: { name: "li.wei" },
    time: 0,
    ...changes,
  };
  return describeTrace(trace, language);
}

const languages = ["en", "zh"] as const;

test("every known operation of ModelArts has words of its own, and nothing else has", () => {
  const known = modelArtsOperations.flatMap(({ trace_names }) => trace_names);
  expect(namesOf(modelArtsService)).toEqual(known.toSorted());
});

test("all that the console records of itself has words of its own", () => {
  const recorded = `login logout changePassword endSession endSessions createUser updateUser
    deleteUser createProject addCredential updateCredential deleteCredential createToken exportTrace
    deleteExpiredTraces createTracker updateTracker deleteTracker createTrackerTags
    deleteTrackerTags updateConfiguration createNotification updateNotification deleteNotification
    createSavedView updateSavedView deleteSavedView accessDenied`;
  expect(namesOf("CTS")).toEqual(expect.arrayContaining(recorded.split(/\s+/)));
});

test("the same trace name of another service has no words", () => {
  expect(findWords({ service_type: "ECS", trace_name: "createServer" })).toBeUndefined();
  expect(findWords({ service_type: undefined, trace_name: "StopJobV2" })).toBeUndefined();
});

test("all words are there, each in its language", () => {
  for (const one of told) {
    const { en, zh } = findWords(one) ?? { en: [], zh: [] };
    expect(en.join(" ")).toMatch(/^[A-Za-z][A-Za-z ,-]+$/);
    expect(zh.join("")).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toContain("");
  }
});

test.each(languages)("no two operations of a service read alike in %s", (language) => {
  for (const service of operationTables.keys()) {
    const sentences = variants
      .filter(({ service_type }) => service_type === service)
      .map((one) => tell(one, language));
    // Some operations name no resource, whether the trace has one or not.
    const unnamed = service === "CTS" ? 4 * traceRatings.length : 0;
    expect(sentences.length - new Set(sentences).size).toBe(unnamed);
  }
});

test.each(languages)("nothing is missing in a sentence in %s, or left over", (language) => {
  for (const one of variants) {
    const sentence = tell({ ...one, code: "404" }, language);
    expect(sentence).toMatch(/^li\.wei /);
    expect(sentence).not.toMatch(/undefined|null|NaN|object|\s{2}|\s$|[“”]/);
    expect(sentence).not.toContain(one.trace_name);
  }
});
