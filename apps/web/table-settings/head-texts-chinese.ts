import type { texts } from "./head-texts.ts";

/** What the heads of those columns that CTS does not show say in Chinese (simplified). */
export const chinese: typeof texts.english = {
  trace_id: "事件ID",
  trace_type: "事件源头类型",
  code: "返回码",
  api_version: "API版本",
  request_id: "请求ID",
  record_time: "记录时间",
  event_type: "事件范围",
  project_id: "项目ID",
  read_only: "只读",
  location_info: "定位信息",
  endpoint: "终端节点",
  operation_id: "操作ID",
  message: "备注信息",
};
