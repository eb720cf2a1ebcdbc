import { ApiError, errorCatalogue, notFound } from "@trace-console/contracts/errors";
import { expect, test } from "vitest";
import { tellInChinese } from "./errors-chinese.ts";

const codes = Object.entries(errorCatalogue);

const inChinese = codes.map(([code, { status, advice }]) =>
  tellInChinese({ code, status, message: advice }),
);

test("each error of the catalogue is told in Chinese, in a sentence of its own", () => {
  for (const told of inChinese) expect(told).toMatch(/^.*\p{Script=Han}.*。$/u);
  expect(inChinese.filter((told) => told.includes("详情："))).toEqual([]);
  expect(new Set(inChinese).size).toBe(codes.length);
});

test("what the service says beyond its advice stands behind it, in its own words", () => {
  const taken = new ApiError("TC.0409", { detail: "There is a user eve already." });
  expect(tellInChinese(taken)).toBe(
    "对象已存在或正在使用。请按详情处理后重试。详情：There is a user eve already.",
  );
});

test("what is not there is told as such, and as no wrong parameter", () => {
  expect(tellInChinese(notFound())).toBe("未找到：不存在、已过期或无权查看。");
});

test("failures that this page finds out are told in Chinese as well", () => {
  const tell = (code: string, status: number) => tellInChinese({ code, status, message: "Why" });
  expect(tell("unreachable", 0)).toBe("无法连接到服务。");
  expect(tell("no_answer", 0)).toBe("服务在一分钟内没有响应。请重试。");
  expect(tell("broken_off", 200)).toBe("服务中断了响应。请重试。");
  expect(tell("unknown_form", 200)).toBe("无法识别服务的响应。详情：Why");
  expect(tell("", 502)).toBe("服务返回状态码502。");
});

test("a code that is not known is told in the service's own words", () => {
  expect(tellInChinese({ code: "TC.9999", status: 418, message: "Why" })).toBe("Why");
});
