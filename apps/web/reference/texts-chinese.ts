import { fieldDescriptions } from "./field-descriptions-chinese.ts";
import type { texts } from "./texts.ts";

const descriptions: ReadonlyMap<string, string> = new Map(Object.entries(fieldDescriptions));

/** What the pages to look things up say themselves, in Chinese. */
export const chinese: typeof texts.english = {
  required: "是否必选",
  description: "描述",
  yes: "是",
  no: "否",
  traces: {
    title: "事件结构",
    about: {
      before:
        "一条事件对应一次被记录的操作。非必选的字段可能不存在；未在此列出的字段会原样保留和显示。程序可通过",
      api: "API",
      after: "读取事件。",
    },
    fieldsOfTrace: "事件的字段",
    fieldsOfUser: "user 的字段",
    field: "字段",
    type: "类型",
    describe: ({ name, description }) => descriptions.get(name) ?? description,
  },
  api: {
    title: "API参考",
    about: {
      before: "程序可读取相同内容的 ",
      document: "OpenAPI 3.1",
      between: " 文档。错误应答带有错误码，并说明如何处理。事件各字段的含义请参见",
      traces: "事件结构",
      after: "。",
    },
    language: "各API的分组、说明和参数描述取自该文档，仅有英文。",
    callers: {
      session: "供已登录控制台的用户调用。",
      signed: "供对请求签名或携带 Token 的调用者使用。",
      everybody: "所有人均可调用。",
    },
    parametersOf: (operation) => `${operation} 的参数`,
    parameter: "参数",
    in: "位置",
    places: { path: "路径", query: "查询" },
    oneOf: (values) => `取值范围：${values.join("、")}。`,
    body: (type) => `请求体，${type}`,
    answer: (status, type) => `应答 ${status}，${type}`,
    emptyAnswer: (status) => `应答 ${status}，无消息体。`,
    above: (title) => `${title}：`,
    alone: (title) => `${title}。`,
  },
};
