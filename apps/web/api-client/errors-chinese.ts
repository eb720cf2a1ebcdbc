import { type ErrorCode, errorCatalogue, notFound } from "@trace-console/contracts/errors";
import type { Failure } from "./texts.ts";

/** The advice of the error catalogue in Chinese (simplified). */
const advice: Readonly<Record<ErrorCode, string>> = {
  "APIGW.0301":
    "IAM认证信息不正确。请登录；客户端须使用有效的访问密钥签名且时钟准确，或携带有效的Token。",
  "APIGW.0101": "该API不存在。请检查请求方法和路径。",
  "CTS.0300": "请求参数不正确。请修改后重试。",
  "CTS.0100": "不支持该版本。请使用v3、v2.0或v1.0。",
  "CTS.0200": "一个项目最多有100个数据追踪器。请先删除一个。",
  "CTS.0201": "管理追踪器已存在。请直接修改。",
  "CTS.0203": "数据追踪器名称须以字母开头，由字母、数字、_和-组成，且不能为system。",
  "CTS.0204": "管理追踪器的名称须为system。",
  "CTS.0205": "追踪器状态须为enabled或disabled。",
  "CTS.0208": "已有同名的追踪器。请使用其他名称。",
  "CTS.0209": "已有其他追踪器记录该桶的这些操作。请选择其他操作，或修改该追踪器。",
  "CTS.0210": "请指定数据追踪器所记录的桶。",
  "CTS.0212": "数据追踪器的桶不能修改。请删除该追踪器后重新创建。",
  "CTS.0213": "转储的桶不能与被记录的桶相同。请选择其他桶。",
  "CTS.0214": "该追踪器不存在。请在追踪器列表中查看名称。",
  "CTS.0218": "file_prefix_name最多64个字符，由字母、数字和. _ -组成。请修改。",
  "CTS.0219": "请指定要记录的操作：READ、WRITE或两者。",
  "CTS.0221": "请提供kms_id，或不加密事件文件。",
  "CTS.0225": "要记录的操作只能是READ和WRITE。",
  "CTS.0228": "此处没有组织。请创建项目级的追踪器。",
  "CTS.0231": "桶名称须为3到63个小写字母、数字、-和.。请修改。",
  "CTS.0400": "已有同名的通知。请使用其他名称。",
  "CTS.0013": "没有权限。请联系管理员授予相应的角色。",
  "CTS.0003": "请求缺少所需的JSON请求体。请补充后重试。",
  "CTS.0004": "写入失败，没有任何更改。请重试；如再次失败，请查看日志，并检查磁盘空间。",
  "CTS.0005": "读取事件失败。请重试；如再次失败，请查看日志。",
  "TC.0400": "无法识别该请求。请使用HTTP/1.1。",
  "TC.0401": "用户名或密码错误。请检查后重试。",
  "TC.0403": "该请求来自其他站点。请在控制台中操作。",
  "TC.0408": "请求未及时发送完整。请重试。",
  "TC.0409": "对象已存在或正在使用。请按详情处理后重试。",
  "TC.0413": "请求体过大。请减少内容。",
  "TC.0414": "请求地址过长。请减少或缩短筛选值。",
  "TC.0415": "请求体须为application/json。",
  "TC.0422": "请按详情更换密码。",
  "TC.0431": "请求地址或请求头过长。请缩短。",
  "TC.0429": "登录过于频繁。请稍后重试。",
  "TC.0503": "正在进行的导出或搜索过多。请稍后重试。",
};

const chineseOf: ReadonlyMap<string, string> = new Map(Object.entries(advice));
const englishOf: ReadonlyMap<string, string> = new Map(
  Object.entries(errorCatalogue).map(([code, entry]) => [code, entry.advice]),
);
const missing = notFound();

/** A sentence, and after it what the service says more than that, which is English. */
function withDetail(sentence: string, message: string, known: string | undefined): string {
  return message === known ? sentence : `${sentence}详情：${message}`;
}

/** Says in Chinese why a request failed, by its code, with the service's own words as the detail. */
export function tellInChinese({ code, status, message }: Failure): string {
  switch (code) {
    case "unreachable":
      return "无法连接到服务。";
    case "no_answer":
      return "服务在一分钟内没有响应。请重试。";
    case "broken_off":
      return "服务中断了响应。请重试。";
    case "unknown_form":
      return withDetail("无法识别服务的响应。", message, undefined);
    case "":
      return `服务返回状态码${status}。`;
    default:
  }
  if (code === missing.code && status === missing.status) {
    return withDetail("未找到：不存在、已过期或无权查看。", message, missing.message);
  }
  const sentence = chineseOf.get(code);
  return sentence === undefined ? message : withDetail(sentence, message, englishOf.get(code));
}
