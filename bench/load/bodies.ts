import { readTemplate } from "./text-template.ts";

// Requests and responses in the shapes of the services' API references; secrets are masked there.

const created = [
  [
    `{"kind":"job","metadata":{"name":"$name","description":"$words","workspace_id":"0"},"algorithm":{"id":"$uuid","code_dir":"/$bucket/code/","boot_file":"/$bucket/code/train.py","environments":{"WANDB_API_KEY":"********"},"inputs":[{"name":"data_url","remote":{"obs":{"obs_url":"/$bucket/$path/"}}}]},"spec":{"resource":{"flavor_id":"$flavor","node_count":1,"pool_id":"pool-$hex8"}}}`,
    `{"kind":"job","metadata":{"id":"$id","name":"$name","description":"","create_time":$time,"workspace_id":"0"},"status":{"phase":"Creating","secondary_phase":"Creating","duration":0}}`,
  ],
  [
    `{"server":{"adminPass":"********","count":1,"availability_zone":"cn-north-4c","description":"$words","name":"$name","imageRef":"$uuid","vpcid":"$uuid","nics":[{"subnet_id":"$uuid"}],"flavorRef":"$flavor"}}`,
    `{"job_id":"$hex32","status":"SUCCESS","entities":{"server_id":"$id"}}`,
  ],
  [
    `{"name":"$name","description":"$words","flavor":"$flavor","image_id":"$uuid","volume":{"category":"EVS","capacity":$num,"ownership":"MANAGED"},"workspace_id":"0"}`,
    `{"id":"$id","name":"$name","status":"CREATING","create_at":$time,"lease":{"duration":3600000,"enable":true}}`,
  ],
  [
    `{"name":"$name","type":"$num","data_source":{"path":"/$bucket/$path","type":0},"work_path":"/$bucket/output/$hex16/"}`,
    `{"dataset_id":"$id","import_task_id":"$hex16"}`,
  ],
] as const;

const changed = [
  [
    `{"metadata":{"description":"$words"},"config":[{"model_id":"$uuid","weight":100,"specification":"$flavor","instance_count":$num}]}`,
    `{"id":"$id","name":"$name","update_time":$time}`,
  ],
  [`{"tags":[{"key":"owner","value":"$words"},{"key":"cost-center","value":"cc-$num"}]}`, ""],
  [
    `{"action_type":"terminate","id":"$id"}`,
    `{"kind":"job","metadata":{"id":"$id","name":"$name"},"status":{"phase":"Terminating"}}`,
  ],
] as const;

const removed = [
  ["", ""],
  [`{"delete_list":["$id"]}`, `{"delete_success_list":["$id"],"delete_failed_list":[]}`],
] as const;

const read = [
  [`{"offset":0,"limit":$num,"sort_by":"create_time","order":"desc"}`, `{"total":$num,"count":10}`],
  ["", `{"id":"$id","name":"$name","status":"RUNNING","flavor":"$flavor","update_at":$time}`],
] as const;

const failures = [
  [
    "400",
    `{"error_msg":"Invalid request parameter.","error_code":"ModelArts.0104","error_solution":"Check the parameters and try again."}`,
  ],
  ["403", `{"error_code":"ModelArts.2763","error_msg":"资源配额不足，请释放资源或申请扩容。"}`],
  [
    "403",
    `{"error_msg":"Insufficient permission: the user is not authorized to perform this action.","error_code":"ModelArts.0203"}`,
  ],
  [
    "404",
    `{"error_code":"ModelArts.2752","error_msg":"The resource \\"$name\\" does not exist.","request_id":"$hex32"}`,
  ],
  ["409", `{"error_msg":"The name already exists.","error_code":"ModelArts.2786"}`],
] as const;
const faults = [
  [
    "500",
    `{"error_msg":"Node failure: NPU card lost. The workload on the node was interrupted.","error_code":"ModelArts.3551"}`,
  ],
  ["503", `{"error_code":"503","error_msg":"服务异常中断，请稍后重试。","trace":"$hex32"}`],
] as const;

function readBodies(rows: readonly (readonly [string, string])[]) {
  return rows.map(([request, response]) => ({
    request: readTemplate(request),
    response: readTemplate(response),
  }));
}

function readFailures(rows: readonly (readonly [string, string])[]) {
  return rows.map(([code, response]) => ({ code, response: readTemplate(response) }));
}

/** What an operation sends and is answered, by what it does to its resource. */
export const bodies = {
  create: { code: "201", pairs: readBodies(created) },
  change: { code: "200", pairs: readBodies(changed) },
  remove: { code: "204", pairs: readBodies(removed) },
  read: { code: "200", pairs: readBodies(read) },
} as const;

/** What a failed operation is answered, by the status of its trace. */
export const failedReplies = {
  warning: readFailures(failures),
  incident: readFailures(faults),
} as const;

/** What a name says the operation does: `deleteBucket` removes. */
export function deedOf(trace_name: string): keyof typeof bodies {
  if (/^(create|add|save|submit|publish)/i.test(trace_name)) return "create";
  if (/^(delete|remove|batchDelete)/i.test(trace_name)) return "remove";
  if (/^(list|get|show|query|export)/i.test(trace_name)) return "read";
  return "change";
}
