import { modelArtsOperations } from "@trace-console/contracts/modelarts-families";
import { expect, test } from "vitest";
import { findWords } from "../trace-sentences/find-words.ts";
import { countEndings, endedJobs, jobEndings } from "./job-endings.ts";

const known = modelArtsOperations.flatMap(({ trace_names }) => trace_names);

test("each of them is an operation of ModelArts that stops or deletes a job", () => {
  for (const trace_name of jobEndings) {
    expect(known).toContain(trace_name);
    const words = findWords({ service_type: "ModelArts", trace_name });
    expect(words?.en[0]).toMatch(/^(stop|delete)\b/);
    expect(words?.en[2]).toMatch(/ job$/);
  }
});

test("no training or visualization job is stopped or deleted by any other", () => {
  const others = known.filter(
    (name) => /^(stop|delete)/i.test(name) && /job|train|tensorboard/i.test(name),
  );
  // Tags and configurations are none; the jobs of Lite Server are commands on a server.
  const none = ["DeleteJobTags", "deleteModelArtsTrainConfig", "deletejobsServer"];
  const wanted = [...new Set(others)].filter((name) => !none.includes(name));
  expect(wanted.toSorted()).toEqual(jobEndings.toSorted());
});

test("all of them are asked for, and counted", () => {
  const range = { from: 1, to: 2 };
  expect(endedJobs(range)).toMatchObject({ trace_name: jobEndings, ...range });
  const names = ["StopJobV2", "CreateJobV2", "deleteModelArtsTrainJob"];
  expect(countEndings(names.map((value, at) => ({ value, count: 10 ** at })))).toBe(101);
});
