import { join } from "node:path";
import { type Locator, type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { axeOn } from "./axe-on.ts";
import { formatShanghai } from "./expected.ts";
import { guardedTest } from "./guarded-test.ts";
import { beijing } from "./known-projects.ts";
import { importFolder, startServer } from "./servers.ts";
import { expandRow, openTraceList, tracesRegion } from "./trace-list-page.ts";
import { type TraceServer, readFirstAdmin, withFolder, withSignedIn } from "./trace-server.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

const second = 1000;
const minute = 60 * second;
const compareName = "Compare with the previous trace of this resource";
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const result = { trace_type: "SystemAction", code: "200", user: undefined, source_ip: undefined };
const request = (spec: object) => JSON.stringify({ spec });
const long = (end: string) => `${"all about it, ".repeat(400)}${end}`;

/** Each resource with its traces, oldest first; the number is of seconds. */
const histories: Readonly<Record<string, readonly (readonly [number, Partial<Trace>])[]>> = {
  paired: [
    [0, { trace_name: "StopJobV2", code: "202" }],
    [33, { trace_name: "StopJobV2", ...result }],
  ],
  threefold: [
    [0, { trace_name: "StopJobV2", code: "202" }],
    [20, { trace_name: "StopJobV2", code: "202" }],
    [60, { trace_name: "StopJobV2", ...result }],
  ],
  changed: [
    [0, { trace_name: "CreateJobV2" }],
    [60, { trace_name: "UpdateJobV2", request: request({ nodes: [{ id: 1, size: "small" }] }) }],
    [90, { trace_name: "UpdateJobV2", request: request({ nodes: [{ id: 1, size: "large" }] }) }],
  ],
  described: [
    [0, { trace_name: "UpdateJobV2", request: request({ description: long("before") }) }],
    [30, { trace_name: "UpdateJobV2", request: request({ description: long("after") }) }],
  ],
  repeated: [
    [0, { trace_name: "UpdateJobV2" }],
    // Of the same instant: the ids decide which one is before the other.
    [0, { trace_name: "UpdateJobV2" }],
  ],
  conflicting: [[0, { trace_name: "CreateJobV2", code: "200" }]],
};

/** The traces of all resources, each a few minutes before `now` (ms since 1970). */
function buildTraces(now: number): Trace[] {
  return Object.entries(histories).flatMap(([resource, history], place) =>
    history.map(([seconds, fields], index) => {
      const number = (place * 16 + index).toString(16).padStart(8, "0");
      const time = now - 10 * minute - place * minute + seconds * second;
      return buildTrace({
        project_id: beijing.project_id,
        trace_id: `${number}-5bfd-11f1-8a4e-0242ac110003`,
        request_id: number.repeat(4),
        resource_id: `job-${resource}`,
        resource_name: resource,
        time,
        record_time: time,
        ...fields,
      });
    }),
  );
}

interface RelatedServer extends TraceServer {
  readonly traces: readonly Trace[];
}

const test = guardedTest.extend<object, { server: RelatedServer }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const [files, data] = [join(folder, "bucket"), join(folder, "data")];
        const traces = buildTraces(Math.floor(Date.now() / second) * second);
        writeTraceFiles(files, [{ project: beijing, traces }]);
        await importFolder(files, data);
        const conflicting = traces.find((one) => one.resource_name === "conflicting");
        if (conflicting === undefined) throw new Error("no trace to be in conflict with");
        const again = join(folder, "again");
        writeTraceFiles(again, [{ project: beijing, traces: [{ ...conflicting, code: "500" }] }]);
        await importFolder(again, data);
        const server = await startServer("start", data);
        const admin = readFirstAdmin(server.output()) ?? { user: "", password: "" };
        await withSignedIn(server, admin, playwright, (signedIn) =>
          provide({ ...signedIn, traces }),
        );
      });
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, provide) => provide(server.url),
  storageState: ({ server }, provide) => provide(server.state),
});

/** The traces of a resource, newest first as in the list. */
function tracesOf(server: RelatedServer, resource: string): Trace[] {
  return server.traces.filter((trace) => trace.resource_name === resource).toReversed();
}

/** Opens the list of the traces of a resource. */
async function openResource(page: Page, resource: string): Promise<void> {
  await openTraceList(page, beijing, { range: "1h", resource_id: `job-${resource}` });
}

/** Expands a trace of the list, the newest being 0. @returns what appears below its row. */
async function expand(page: Page, index: number): Promise<Locator> {
  const row = tracesRegion(page).locator(`[aria-rowindex="${index + 2}"]`);
  await expandRow(page, row);
  const arrow = row.getByRole("button", { name: /^Details of/ });
  return page.locator(`[id="${await arrow.getAttribute("aria-controls")}"]`);
}

/** Expands the newest trace of a resource and compares it. */
async function compareNewest(page: Page, resource: string): Promise<Locator> {
  await openResource(page, resource);
  const details = await expand(page, 0);
  await details.getByRole("button", { name: compareName }).press("Enter");
  return details.getByRole("group", { name: "Difference from the trace before" });
}

function differences(group: Locator): Locator {
  return group.getByRole("list", { name: "Differences", exact: true }).getByRole("listitem");
}

test("request and result of an operation are told as one, and each leads to the other", async ({
  page,
  server,
}) => {
  const [newer, older] = tracesOf(server, "paired");
  await openResource(page, "paired");
  for (const [index, name, other] of [
    [0, "View the request", older],
    [1, "View the result", newer],
  ] as const) {
    await test.step(name, async () => {
      const details = await expand(page, index);
      await expect(details).toContainText(
        `Requested ${formatShanghai(older?.time ?? 0)} by li.wei → finished `,
      );
      await expect(details).toContainText(" (33 s), normal");
      const button = details.getByRole("button", { name });
      await button.press("Enter");
      const dialog = page.getByRole("dialog", { name: "View Trace" });
      await expect(dialog).toContainText(other?.trace_id ?? "no such trace");
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(button).toBeFocused();
    });
  }
});

test("where three traces come into question, no pair is told", async ({ page }) => {
  await openResource(page, "threefold");
  for (const index of [2, 1, 0]) {
    const asked = page.waitForResponse(/resource_id=job-threefold.*limit=200/);
    const details = await expand(page, index);
    await asked;
    await expect(details.getByRole("button", { name: compareName })).toBeVisible();
    await expect(details).not.toContainText("Requested");
  }
});

test("two updates of a job differ in exactly the path that was changed", async ({
  page,
  server,
}) => {
  const [, previous] = tracesOf(server, "changed");
  const group = await compareNewest(page, "changed");
  await expect(group.getByRole("status")).toHaveText("1 difference");
  await expect(group).toContainText(
    `Compared with UpdateJobV2 of ${formatShanghai(previous?.time ?? 0)}`,
  );
  await expect(differences(group)).toHaveText([
    /Changed\s*request\.spec\.nodes\[0\]\.size\s*Before\s*"small"\s*After\s*"large"/,
  ]);
  const incidental = group.getByRole("list", { name: "Also different" }).getByRole("listitem");
  const fields = ["trace_id", "time", "record_time", "request_id"];
  await expect(incidental).toContainText(fields.map((field) => `Changed ${field}`));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = axeOn(page).withTags(rules).include("[aria-label='Traces']");
    expect((await axe.analyze()).violations).toEqual([]);
  }

  await group.getByRole("button", { name: "View the previous trace" }).click();
  const dialog = page.getByRole("dialog", { name: "View Trace" });
  await expect(dialog).toContainText(previous?.trace_id ?? "no such trace");
  await page.keyboard.press("Escape");
  const button = page.getByRole("button", { name: compareName });
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await button.press("Enter");
  await expect(group).toHaveCount(0);
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

test("of long values the piece that differs is shown, and the whole on demand", async ({
  page,
}) => {
  const group = await compareNewest(page, "described");
  const [before, after] = ["Before", "After"].map((label) =>
    group.getByRole("region", { name: `${label}: request.spec.description` }),
  );
  await expect(differences(group)).toContainText(["it, before"]);
  const whole = group.getByRole("button", { name: /^Show all [\d,]+ characters$/ });
  await expect(whole).toHaveCount(2);
  await whole.first().press("Enter");
  await expect(before ?? group).toHaveText(JSON.stringify(long("before")));
  await expect(after ?? group).toHaveCount(0);
  await expect(group.getByRole("button", { name: "Show less" })).toBeFocused();
});

test("of two equal traces nothing differs but what is of one trace alone", async ({
  page,
  server,
}) => {
  const [, previous] = tracesOf(server, "repeated");
  const group = await compareNewest(page, "repeated");
  await expect(group.getByRole("status")).toHaveText("Nothing differs.");
  await expect(differences(group)).toHaveCount(0);
  await expect(group).toContainText(previous?.trace_id ?? "no such trace");
});

test("the first trace of a resource is told as such", async ({ page }) => {
  await openResource(page, "paired");
  const details = await expand(page, 1);
  await details.getByRole("button", { name: compareName }).click();
  await expect(details.getByRole("status")).toHaveText(
    "This is the first trace of this resource within the last 7 days.",
  );
});

test("an id that came again with other content is told, and what differs", async ({ page }) => {
  await openResource(page, "changed");
  const asked = page.waitForResponse(/\/conflicts$/);
  const unchanged = await expand(page, 0);
  await asked;
  await expect(unchanged.getByRole("button", { name: compareName })).toBeVisible();
  await expect(unchanged.getByRole("note")).toHaveCount(0);
  await openResource(page, "conflicting");
  const details = await expand(page, 0);
  const notice = details.getByRole("note", { name: "Other content under this ID" });
  await expect(notice).toContainText("This ID came again with other content on ");
  await notice.getByRole("button", { name: "Show what differs" }).click();
  await expect(notice.getByRole("listitem")).toHaveText([
    /Changed\s*code\s*Before\s*"200"\s*After\s*"500"/,
  ]);
  expect((await axeOn(page).withTags(rules).analyze()).violations).toEqual([]);
});

test("what could not be asked for is told, and Retry asks again", async ({ page }) => {
  const asking = /[?&]limit=(1|200)(&|$)|\/conflicts$/;
  await page.route(asking, (route) => route.abort());
  await openResource(page, "paired");
  const details = await expand(page, 0);
  const alert = details.getByRole("alert");
  await expect(alert).toContainText("recorded twice could not be checked");
  await details.getByRole("button", { name: compareName }).click();
  await expect(alert).toHaveCount(2);
  await page.unroute(asking);
  await alert.last().getByRole("button", { name: "Retry" }).press("Enter");
  const group = details.getByRole("group", { name: "Difference from the trace before" });
  await expect(group.getByRole("status")).toHaveText(/^\d+ differences$/);
  await expect(group).toBeFocused();
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(details).toContainText("(33 s), normal");
  await expect(alert).toHaveCount(0);
});
