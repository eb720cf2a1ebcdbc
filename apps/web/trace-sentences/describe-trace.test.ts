import type { Trace } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { describeTrace, tellTrace } from "./describe-trace.ts";

const stopped: Trace = {
  trace_id: "8e73c000-5bfd-11f1-8a4e-0242ac110003",
  trace_name: "StopJobV2",
  trace_rating: "normal",
  trace_type: "ConsoleAction",
  service_type: "ModelArts",
  resource_type: "JobV2",
  resource_name: "resnet-50",
  resource_id: "425b7087",
  user: { name: "li.wei" },
  time: 1_780_128_000_000,
  code: "202",
};

/** What is told of a stopped training job with these changes, in English and in Chinese. */
function tell(changes: Partial<Trace>): string[] {
  const trace: Trace = { ...stopped, ...changes };
  return [describeTrace(trace, "en"), describeTrace(trace, "zh")];
}

test("who did what to which resource, and from where", () => {
  expect(tell({})).toEqual([
    "li.wei stopped training job resnet-50 from the console",
    "li.wei 通过控制台停止了训练作业 resnet-50",
  ]);
  expect(tell({ trace_name: "CreateJobTags" })).toEqual([
    "li.wei added tags to training job resnet-50 from the console",
    "li.wei 通过控制台为训练作业 resnet-50 添加了标签",
  ]);
});

test.each<[string | undefined, string, string]>([
  ["ApiCall", "li.wei stopped training job resnet-50 by API", "通过API停止了"],
  ["ObsAPI", "li.wei stopped training job resnet-50 by API", "通过API停止了"],
  ["ObsSDK", "li.wei stopped training job resnet-50 by SDK", "通过SDK停止了"],
  ["Others", "li.wei stopped training job resnet-50", "停止了"],
  [undefined, "li.wei stopped training job resnet-50", "停止了"],
])("the origin %s tells from where", (trace_type, english, chinese) => {
  expect(tell({ trace_type })).toEqual([english, `li.wei ${chinese}训练作业 resnet-50`]);
});

const bySystem = ["The system stopped training job resnet-50", "系统停止了训练作业 resnet-50"];

test("without an operator it was the system, or somebody who came from outside", () => {
  expect(tell({ trace_type: "SystemAction", user: undefined })).toEqual(bySystem);
  for (const user of [undefined, { name: "" }, { name: "-" }]) {
    expect(tell({ user })).toEqual([
      "Somebody unknown stopped training job resnet-50 from the console",
      "未知用户通过控制台停止了训练作业 resnet-50",
    ]);
  }
});

test("a person whom a SystemAction names is told", () => {
  expect(tell({ trace_type: "SystemAction" })).toEqual([
    "li.wei stopped training job resnet-50",
    "li.wei 停止了训练作业 resnet-50",
  ]);
});

test("an operator without a name is told by the other fields that name them", () => {
  expect(tell({ user: { user_name: "wang.fang" } })[0]).toMatch(/^wang\.fang stopped /);
  expect(tell({ user: { name: "", id: "f36972ce" } })[1]).toMatch(/^f36972ce 通过/);
});

test("a resource without a name is told by its id, one without both by its noun", () => {
  for (const resource_name of [undefined, "", "-"]) {
    expect(tell({ resource_name })).toEqual([
      "li.wei stopped training job 425b7087 from the console",
      "li.wei 通过控制台停止了训练作业 425b7087",
    ]);
    expect(tell({ resource_name, resource_id: "" })).toEqual([
      "li.wei stopped a training job from the console",
      "li.wei 通过控制台停止了训练作业",
    ]);
    expect(tell({ resource_name, resource_id: undefined, trace_name: "CreateJobTags" })).toEqual([
      "li.wei added tags to a training job from the console",
      "li.wei 通过控制台为训练作业添加了标签",
    ]);
  }
});

test("a warning failed, with its code if there is one", () => {
  const trace_rating = "warning";
  expect(tell({ trace_rating, code: "404" })).toEqual([
    "li.wei failed to stop training job resnet-50 from the console (code 404)",
    "li.wei 通过控制台停止训练作业 resnet-50 失败（状态码 404）",
  ]);
  expect(tell({ trace_rating, code: "" })).toEqual([
    "li.wei failed to stop training job resnet-50 from the console",
    "li.wei 通过控制台停止训练作业 resnet-50 失败",
  ]);
  expect(tell({ trace_rating, trace_name: "CreateJobTags", code: undefined })).toEqual([
    "li.wei failed to add tags to training job resnet-50 from the console",
    "li.wei 通过控制台为训练作业 resnet-50 添加标签失败",
  ]);
  expect(tell({ trace_rating, resource_name: "", resource_id: "", code: "" })).toEqual([
    "li.wei failed to stop a training job from the console",
    "li.wei 通过控制台停止训练作业失败",
  ]);
});

test("an incident failed with a serious consequence", () => {
  expect(
    tell({ trace_rating: "incident", trace_type: "SystemAction", user: undefined, code: "500" }),
  ).toEqual([
    "The system failed to stop training job resnet-50 (code 500), with a serious consequence",
    "系统停止训练作业 resnet-50 失败（状态码 500），造成严重后果",
  ]);
});

test("operations of other services, and unknown ones, are told by their names", () => {
  const other = { service_type: "FOO", trace_name: "CreateFoo", resource_type: "foo" };
  expect(tell({ ...other, resource_name: "bar", trace_type: "Others" })).toEqual([
    "li.wei performed CreateFoo on foo bar",
    "li.wei 对 foo bar 执行了 CreateFoo",
  ]);
  expect(tell({ ...other, resource_name: "bar", trace_rating: "warning", code: "403" })).toEqual([
    "li.wei failed to perform CreateFoo on foo bar from the console (code 403)",
    "li.wei 通过控制台对 foo bar 执行 CreateFoo 失败（状态码 403）",
  ]);
  const unnamed = { resource_name: "", resource_id: "", trace_type: "ApiCall" };
  expect(tell({ ...other, ...unnamed })).toEqual([
    "li.wei performed CreateFoo on foo by API",
    "li.wei 通过API对 foo 执行了 CreateFoo",
  ]);
  expect(tell({ ...other, ...unnamed, resource_type: "" })).toEqual([
    "li.wei performed CreateFoo by API",
    "li.wei 通过API执行了 CreateFoo",
  ]);
  // The server of another service is no Lite Server.
  expect(tell({ service_type: "ECS", trace_name: "createServer", resource_type: "ecs" })[0]).toBe(
    "li.wei performed createServer on ecs resnet-50 from the console",
  );
});

test("what is done with CTS and this console has words of its own", () => {
  const own = { service_type: "CTS", resource_type: "user", resource_name: "li.wei" };
  expect(tell({ ...own, trace_name: "login" })).toEqual([
    "li.wei signed in from the console",
    "li.wei 通过控制台登录了系统",
  ]);
  expect(tell({ ...own, trace_name: "login", trace_rating: "warning", code: "401" })).toEqual([
    "li.wei failed to sign in from the console (code 401)",
    "li.wei 通过控制台登录系统失败（状态码 401）",
  ]);
  expect(tell({ ...own, trace_name: "endSessions", resource_name: "ann" })).toEqual([
    "li.wei ended all sessions of user ann from the console",
    "li.wei 通过控制台为用户 ann 结束了所有会话",
  ]);
});

test("names are in quotes only when they hold spaces, and stay what they are", () => {
  expect(tell({ resource_name: "缺陷检测 训练作业", user: { name: "ops on call" } })).toEqual([
    "“ops on call” stopped training job “缺陷检测 训练作业” from the console",
    "“ops on call” 通过控制台停止了训练作业 “缺陷检测 训练作业”",
  ]);
  expect(tell({ resource_name: "<b>$&</b>" })[0]).toBe(
    "li.wei stopped training job <b>$&</b> from the console",
  );
});

test("a name that would fill the page is cut, between two characters", () => {
  expect(tell({ resource_name: "A".repeat(20_000) })[0]).toBe(
    `li.wei stopped training job ${"A".repeat(200)}… from the console`,
  );
  expect(tell({ resource_name: `${"A".repeat(199)}${"👩".repeat(20)}` })[0]).toBe(
    `li.wei stopped training job ${"A".repeat(199)}… from the console`,
  );
});

test.each(["__proto__", "constructor", "toString"])("%s is told like any other name", (name) => {
  const changes = { trace_name: name, resource_type: name, resource_name: name };
  const told = `li.wei performed ${name} on ${name} ${name} from the console`;
  expect(tell(changes)[0]).toBe(told);
  expect(tell({ ...changes, service_type: name })[0]).toBe(told);
});

test("names stand apart from the words, each of them once", () => {
  const failed: Trace = { ...stopped, trace_name: "CreateFoo", trace_rating: "warning" };
  for (const language of ["en", "zh"] as const) {
    const parts = tellTrace(failed, language).flatMap((piece) =>
      typeof piece === "string" ? [] : [piece.part],
    );
    expect(parts.toSorted()).toEqual(["code", "operation", "operator", "resource", "type"]);
  }
});
