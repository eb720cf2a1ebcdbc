import { describe, expect, test } from "vitest";
import { parseObsPath } from "./obs-path.ts";

const name = "FilePrefix_CloudTrace_eu-west-101_2024-12-13T01-29-19Z_47b9d51830deff47.json.gz";

describe("parseObsPath", () => {
  test.each([
    [`bucket/CloudTraces/eu-west-101/2024/12/3/system/ECS/${name}`, "eu-west-101", undefined],
    [`CloudTraces/eu-west-101/2024/12/13/system/${name}`, "eu-west-101", undefined],
    [`/data/CloudTraces/cn-north-4/2016/5/19/ECS/traces.json`, "cn-north-4", undefined],
    [`C:\\b\\CloudTraces\\cn-north-4\\2016\\5\\19\\ECS\\x.json`, "cn-north-4", undefined],
    [name, "eu-west-101", undefined],
    [name.replace(".gz", ""), "eu-west-101", undefined],
    [name.replace("eu-west-101", "eu-west-101-audit"), "eu-west-101", "audit"],
    [name.replace("eu-west-101", "eu-west-101_my-project"), "eu-west-101", "my-project"],
    [name.replace("eu-west-101", "cn-north-12-a"), "cn-north-12", "a"],
    [name.replace("eu-west-101", "cn-north-1-2"), "cn-north-1", "2"],
    [name.replace("eu-west-101", "eu-de-01"), "eu-de-01", undefined],
    [name.replace("eu-west-101", "eu-de"), "eu-de", undefined],
    [name.replace("eu-west-101", "eu-de_audit"), "eu-de", "audit"],
    [`CloudTraces/eu-de/2024/1/2/${name.replace("eu-west-101", "eu-de-01")}`, "eu-de", "01"],
    [`CloudTraces/eu-de/2024/1/2/system/${name}`, "eu-de", undefined],
    [
      "b/CloudTraces/eu-de-01/2017/3/28/Digest/EVS/mylog_CloudTrace-Digest_eu-de-01/_2017-03-28T02-09-17Z.json.gz",
      "eu-de-01",
      undefined,
    ],
    ["mylog_CloudTrace-Digest_cn-north-4_2017-03-28T02-09-17Z.json.gz", "cn-north-4", undefined],
    ["traces.json", undefined, undefined],
    ["CloudTraces/readme/x.json", undefined, undefined],
    ["x_CloudTrace__2024-12-13T01-29-19Z_47b9d51830deff47.json", undefined, undefined],
    ["x_CloudTrace_nowhere_2024-12-13T01-29-19Z_47b9d51830deff47.json", undefined, undefined],
  ])("%s", (path, region, projectName) => {
    expect(parseObsPath(path)).toEqual({ region, projectName });
  });
});
