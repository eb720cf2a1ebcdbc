import { chinese as failure } from "../api-client/texts-chinese.ts";
import { chinese as account } from "../account/texts-chinese.ts";
import { chinese as administration } from "../administration/texts-chinese.ts";
import { chinese as histogram } from "../histogram/texts-chinese.ts";
import { chinese as notificationList } from "../notification-list/texts-chinese.ts";
import { chinese as reference } from "../reference/texts-chinese.ts";
import { chinese as shell } from "../shell/texts-chinese.ts";
import { chinese as signIn } from "../sign-in/texts-chinese.ts";
import { chinese as textSearch } from "../text-search/texts-chinese.ts";
import { chinese as rangeCalendar } from "../trace-list/range-calendar-texts-chinese.ts";
import { chinese as traceList } from "../trace-list/texts-chinese.ts";
import { chinese as viewTrace } from "../trace-list/view-trace-texts-chinese.ts";
import { chinese as disabledNotice } from "../tracker-list/disabled-notice-texts-chinese.ts";
import { chinese as trackerList } from "../tracker-list/texts-chinese.ts";
import { chinese as ui } from "../ui/texts-chinese.ts";
import { chinese as whyEmpty } from "../why-empty/texts-chinese.ts";

/** All that the console says in Chinese, by its parts. */
export const chinese = {
  account,
  administration,
  disabledNotice,
  failure,
  histogram,
  notificationList,
  rangeCalendar,
  reference,
  shell,
  signIn,
  textSearch,
  traceList,
  trackerList,
  ui,
  viewTrace,
  whyEmpty,
};
export type Chinese = typeof chinese;
