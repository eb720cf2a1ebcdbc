import type { traceSchema } from "@trace-console/contracts/trace";
import type { z } from "zod";

/** The names of all fields of a schema, those within others with the names of their parents. */
type FieldName<Shape, Prefix extends string = ""> = {
  [Name in keyof Shape & string]:
    | `${Prefix}${Name}`
    | (Shape[Name] extends z.ZodOptional<z.ZodObject<infer Inner>>
        ? FieldName<Inner, `${Prefix}${Name}.`>
        : never);
}[keyof Shape & string];

/**
 * What the fields of a trace mean, in Chinese, in the words of the vendor's page 事件结构; the schema
 * says it in English. By its type no field can be missing.
 */
export const fieldDescriptions: Readonly<Record<FieldName<typeof traceSchema.shape>, string>> = {
  trace_id: "事件ID，由云审计服务生成（基于时间的UUID）。",
  trace_name: "事件名称，即操作的名称，区分大小写。",
  trace_rating:
    "事件级别：normal（正常）表示操作成功，warning（警告）表示操作失败，incident（事故）表示操作失败且造成了严重后果。",
  trace_type:
    "事件的触发方式：管理类事件为ConsoleAction、ApiCall或SystemAction，数据类事件为ObsSDK或ObsAPI。",
  event_type: "取值为system；IAM等全局服务为global。",
  service_type: "云服务，即事件来源。",
  resource_type: "所操作资源的类型。",
  resource_name: "资源名称。",
  resource_id: "资源ID；资源没有ID或创建失败时，该字段不存在或为空。",
  resource_account_id: "资源所属账号的ID，用于跨账号的操作。",
  source_ip: "触发事件的客户端IP地址；SystemAction事件为空。",
  user: "触发事件的用户；SystemAction事件没有该字段。",
  "user.id": "IAM用户ID。",
  "user.name": "IAM用户名，即事件列表中的操作用户。",
  "user.user_name": "与name相同。",
  "user.domain": "用户所属的账号。",
  "user.domain.id": "账号ID。",
  "user.domain.name": "账号名。",
  "user.account_id": "账号ID。",
  "user.access_key_id": "所用的访问密钥ID；临时访问密钥以HST开头。",
  "user.principal_urn": "操作者身份的URN。",
  "user.principal_id": "操作者身份的ID。",
  "user.principal_is_root_user": "账号的根用户为“true”，否则为“false”。",
  "user.type": "操作者的身份类型，例如User。",
  "user.invoked_by": "发送请求的服务，例如service.console。",
  "user.session_context": "临时安全凭据的会话。",
  "user.session_context.attributes": "临时安全凭据的属性。",
  "user.session_context.attributes.created_at":
    "临时安全凭据的签发时间，为自1970年起的毫秒数（字符串）。",
  "user.session_context.attributes.mfa_authenticated": "是否已通过MFA认证。",
  "user.OriginUser": "发起委托会话的原始用户。",
  time: "操作发生的时间，为自1970年起的毫秒数（UTC）。",
  record_time: "云审计服务记录事件的时间，为自1970年起的毫秒数（UTC）。",
  request: "请求体，通常为JSON文本；敏感信息已屏蔽。",
  response: "响应体，通常为JSON文本。",
  code: "操作的HTTP状态码（文本）。",
  api_version: "所调用API的版本。",
  message: "云服务添加的备注信息，常为JSON文本。",
  request_id: "请求ID。",
  location_info: "用于定位问题的辅助信息。",
  endpoint: "资源详情页面的endpoint。",
  resource_url: "资源详情页面的访问路径（不含endpoint）。",
  enterprise_project_id: "资源所属企业项目的ID；0表示默认企业项目。",
  operation_id: "API操作的ID或名称。",
  read_only: "请求是否只读。",
  tracker_name: "记录该事件的追踪器；管理类事件为system。",
  domain_id: "触发事件的账号的ID。",
  project_id: "事件所属项目的ID。",
  user_agent: "客户端程序。",
  content_length: "请求体的长度，单位为字节（OBS）。",
  total_time: "响应时间，单位为毫秒（OBS）。",
};
