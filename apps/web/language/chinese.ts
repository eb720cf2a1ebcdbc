import { chinese as failure } from "../api-client/texts-chinese.ts";
import { chinese as account } from "../account/texts-chinese.ts";
import { chinese as administration } from "../administration/texts-chinese.ts";
import { chinese as cellActions } from "../cell-actions/texts-chinese.ts";
import { chinese as live } from "../live/texts-chinese.ts";
import { chinese as traceLink } from "../trace-link/texts-chinese.ts";
import { chinese as columnHeads } from "../table-settings/head-texts-chinese.ts";
import { chinese as copyAs } from "../copy-as/texts-chinese.ts";
import { chinese as exportTexts } from "../export/texts-chinese.ts";
import { chinese as histogram } from "../histogram/texts-chinese.ts";
import { chinese as jsonViewer } from "../json-viewer/texts-chinese.ts";
import { chinese as keyboard } from "../keyboard/texts-chinese.ts";
import { chinese as notificationList } from "../notification-list/texts-chinese.ts";
import { chinese as overview } from "../overview/texts-chinese.ts";
import { chinese as procedure } from "../procedure/texts-chinese.ts";
import { chinese as reference } from "../reference/texts-chinese.ts";
import { chinese as relatedTraces } from "../related-traces/texts-chinese.ts";
import { chinese as savedViews } from "../saved-views/texts-chinese.ts";
import { chinese as shell } from "../shell/texts-chinese.ts";
import { chinese as signIn } from "../sign-in/texts-chinese.ts";
import { chinese as textSearch } from "../text-search/texts-chinese.ts";
import { chinese as tableSettings } from "../table-settings/texts-chinese.ts";
import { chinese as timeZone } from "../time-zone/texts-chinese.ts";
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
  cellActions,
  columnHeads,
  copyAs,
  disabledNotice,
  export: exportTexts,
  failure,
  histogram,
  jsonViewer,
  keyboard,
  live,
  notificationList,
  overview,
  rangeCalendar,
  procedure,
  reference,
  relatedTraces,
  savedViews,
  shell,
  signIn,
  tableSettings,
  textSearch,
  timeZone,
  traceLink,
  traceList,
  trackerList,
  ui,
  viewTrace,
  whyEmpty,
};
export type Chinese = typeof chinese;
