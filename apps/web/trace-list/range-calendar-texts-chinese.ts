import type { texts } from "./range-calendar-texts.ts";

/** What the calendar of the time range says in Chinese (simplified), and how it writes days. */
export const chinese: typeof texts.english = {
  locale: "zh-cn",
  year: "YYYY年",
  month: "YYYY年M月",
  day: "YYYY年M月D日",
  steps: {
    previousMonth: "上个月",
    nextMonth: "下个月",
    previousYear: "上一年",
    nextYear: "下一年",
    previousDecade: "上一个十年",
    nextDecade: "下一个十年",
  },
  start: {
    hoursInputLabel: "开始时间的时",
    minutesInputLabel: "开始时间的分",
    secondsInputLabel: "开始时间的秒",
  },
  end: {
    hoursInputLabel: "结束时间的时",
    minutesInputLabel: "结束时间的分",
    secondsInputLabel: "结束时间的秒",
  },
  apply: "确定",
  problems: {
    noEnd: "请同时选择结束日期。",
    order: "结束时间不能早于开始时间。",
  },
  hint: (days) => `事件保留${days}天。时间范围包含起止两秒。`,
};
