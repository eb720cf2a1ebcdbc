import { expect, test } from "vitest";
import { operationText } from "./operation-text.ts";

test("an operation is told in both languages", () => {
  expect(operationText("StopJobV2", "en")).toBe("stop a training job");
  expect(operationText("StopJobV2", "zh")).toBe("停止训练作业");
  expect(operationText("CreateJobTags", "en")).toBe("add tags to a training job");
  expect(operationText("CreateJobTags", "zh")).toBe("为训练作业添加标签");
});

test("an operation without words is told by its name alone", () => {
  expect(operationText("inventedOperation", "en")).toBe("");
  expect(operationText("toString", "zh")).toBe("");
});
