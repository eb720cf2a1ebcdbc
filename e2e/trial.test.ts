import { type Page, expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { makeTraces } from "@trace-console/trace-samples/make-traces";
import { formatShanghai } from "./expected.ts";
import { beijing } from "./known-projects.ts";
import { storedTest } from "./stored-test.ts";
import { rowsWith, tracesRegion } from "./trace-list-page.ts";
import { signedOutState } from "./trace-server.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** How fast a person types, ms for each key, and thinks before whatever they do, ms. */
const [keyMs, thoughtMs] = [60, 700];

/** Three in the afternoon of yesterday in the time zone of the tests (GMT+08:00). */
function yesterdayAfternoon(now: number): number {
  return Math.floor((now + 8 * hour) / day) * day - day + 7 * hour;
}

const { user } = buildTrace();

function buildOne(number: number, name: string, fields: Partial<Trace>): Trace {
  return buildTrace({
    project_id: beijing.project_id,
    trace_id: `${String(number).padStart(8, "0")}-5bfd-11f1-8a4e-0242ac110003`,
    trace_name: "DeleteJobV2",
    resource_name: "resnet-50",
    resource_id: `job-${number}`,
    user: { ...user, name, user_name: name },
    ...fields,
  });
}

/** The busy week of a team, and in it what somebody asks about, with some that look like it. */
function buildWeek(now: number) {
  const { project_id, region } = beijing;
  const week = makeTraces({
    seed: 50,
    count: 3000,
    end: now,
    projects: [{ project_id, region, domain_id: buildTrace().domain_id ?? "" }],
  });
  const time = yesterdayAfternoon(now);
  return [
    {
      project: beijing,
      traces: [
        ...[...week].map(({ trace }) => trace),
        buildOne(1, "li.wei", { trace_name: "CreateJobV2", time: time - 9 * hour }),
        buildOne(2, "zhao.min", { time, source_ip: "203.0.113.57", code: "202" }),
        buildOne(3, "wang.fang", { time: time + hour, resource_name: "resnet-101" }),
        buildOne(4, "li.wei", {
          time: time - hour,
          trace_name: "StopJobV2",
          resource_name: "bert",
        }),
      ],
    },
  ];
}

const test = storedTest(buildWeek);

test.use({ storageState: signedOutState });

/** What a person does with the page, step by step: each thing typed and each click is one. */
class Person {
  actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types into the field that has the focus, and sends it or goes on to the next. */
  async type(text: string, then: "Enter" | "Tab"): Promise<void> {
    await this.#begin();
    await this.#page.keyboard.type(text, { delay: keyMs });
    await this.#page.keyboard.press(then);
  }

  async click(role: "button" | "textbox", name: string): Promise<void> {
    await this.#begin();
    await this.#page.getByRole(role, { name, exact: true }).first().click();
  }

  async #begin(): Promise<void> {
    this.actions += 1;
    await this.#page.waitForTimeout(thoughtMs);
  }
}

test("who deleted the job resnet-50 yesterday, from where, and did it work? In six actions", async ({
  page,
  server,
}) => {
  const begun = performance.now();
  const person = new Person(page);
  await page.goto("/");
  await expect(page.getByLabel("User")).toBeFocused();
  await person.type(server.credentials.user, "Tab");
  await person.type(server.credentials.password, "Enter");
  await expect(tracesRegion(page)).toBeVisible();

  await person.click("button", "Last 1 week");
  await expect(page).toHaveURL(/range=1w/);
  // The slash leads to the search, as the list of keys tells.
  await person.type("/resnet-50", "Enter");
  const deleted = rowsWith(page, "resnet-50").filter({ hasText: "DeleteJobV2" });
  await expect(deleted).toHaveCount(1);
  await expect(deleted).toContainText("normal");
  await person.click("button", "Details of DeleteJobV2");

  const details = tracesRegion(page)
    .getByRole("row")
    .filter({ has: page.getByRole("term") });
  await expect(details).toContainText("zhao.min deleted training job resnet-50");
  await expect(details).toContainText("source_ip203.0.113.57");
  await expect(details).toContainText("trace_ratingnormal");
  await expect(details).toContainText(formatShanghai(yesterdayAfternoon(Date.now())));

  const seconds = (performance.now() - begun) / 1000;
  console.log(`answered in ${seconds.toFixed(1)} s with ${person.actions} actions`);
  expect(person.actions).toBeLessThanOrEqual(6);
  expect(seconds).toBeLessThan(20);
});
