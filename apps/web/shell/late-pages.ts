import { fetchKeysAhead } from "../keyboard/late-keyboard.ts";
import { lateComponent } from "../ui/late-component.tsx";

export const SignInPage = lateComponent(
  async () => (await import("../sign-in/sign-in-page.tsx")).SignInPage,
);
export const TraceListPage = lateComponent(async () => {
  const { TraceListPage: Page, fetchPartsAhead } =
    await import("../trace-list/trace-list-page.tsx");
  fetchPartsAhead();
  return Page;
});
export const OverviewPage = lateComponent(
  async () => (await import("../overview/overview-page.tsx")).OverviewPage,
);
export const AccountPage = lateComponent(
  async () => (await import("../account/account-page.tsx")).AccountPage,
);
// Users and projects in one piece: whoever sees to one sees to the other.
export const AdministrationPage = lateComponent(
  async () => (await import("../administration/administration-page.tsx")).AdministrationPage,
);
export const TrackerListPage = lateComponent(
  async () => (await import("../tracker-list/tracker-list-page.tsx")).TrackerListPage,
);
export const NotificationListPage = lateComponent(
  async () =>
    (await import("../notification-list/notification-list-page.tsx")).NotificationListPage,
);
export const ReferencePage = lateComponent(
  async () => (await import("../reference/reference-page.tsx")).ReferencePage,
);

const byPath: Readonly<Record<string, { readonly fetchAhead: () => Promise<void> }>> = {
  "/": TraceListPage,
  "/trace-list": TraceListPage,
  "/overview": OverviewPage,
};

/** Fetches the code of the keys, and of the page at this path when it is one that people open. */
export function fetchPageAhead(path: string): void {
  void byPath[path]?.fetchAhead();
  fetchKeysAhead();
}
