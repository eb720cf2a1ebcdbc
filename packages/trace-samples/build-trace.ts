import { demoProjects } from "@trace-console/contracts/demo";
import type { Trace } from "@trace-console/contracts/trace";

/**
 * One valid ModelArts trace, the creation of a training job at 2026-05-30T08:00:00Z in the demo's
 * first project, with `overrides` in place of its fields. `user` is replaced, not merged.
 */
export function buildTrace(overrides: Partial<Trace> = {}): Trace {
  const project = demoProjects[0];
  const account = project?.domain_id ?? "";
  const trace: Trace = {
    trace_id: "8e73c000-5bfd-11f1-8a4e-0242ac110003",
    trace_name: "CreateJobV2",
    resource_type: "JobV2",
    trace_rating: "normal",
    api_version: "v2",
    source_ip: "124.71.93.243",
    domain_id: account,
    trace_type: "ConsoleAction",
    service_type: "ModelArts",
    event_type: "system",
    project_id: project?.project_id ?? "",
    read_only: false,
    tracker_name: "system",
    operation_id: "CreateTrainingJob",
    time: 1_780_128_000_000,
    record_time: 1_780_128_000_000,
    code: "201",
    resource_name: "train-resnet50-defect-7",
    resource_id: "425b7087-83de-49ed-9e40-5bb642be956f",
    enterprise_project_id: "0",
    request_id: "defe9cf7b5ca4566860edbebb181e17a",
    user: {
      access_key_id: "HSTAZVL6WYS0J5MYE2GA",
      account_id: account,
      user_name: "li.wei",
      domain: { name: "aurora_robotics", id: account },
      name: "li.wei",
      principal_is_root_user: "false",
      id: "f36972ced0d5452f9c44c3c1d619f121",
      principal_urn: `iam::${account}:user:li.wei`,
      type: "User",
      principal_id: "f36972ced0d5452f9c44c3c1d619f121",
      invoked_by: ["service.console"],
    },
    request: '{"kind":"job","metadata":{"name":"train-resnet50-defect-7","workspace_id":"0"}}',
    response: '{"kind":"job","metadata":{"id":"425b7087-83de-49ed-9e40-5bb642be956f"}}',
  };
  return { ...trace, ...overrides };
}
