import { expect } from "@playwright/test";
import { axeOn } from "./axe-on.ts";
import { test } from "./demo-test.ts";

test("the API is looked up: from the trace structure to what a call takes and answers", async ({
  page,
}) => {
  await page.goto("/trace-structure?region=cn-north-4");
  await page.getByRole("link", { name: "the API" }).click();
  await expect(page.getByRole("heading", { name: "API Reference" })).toBeVisible();
  const call = page.getByText("/v3/{project_id}/traces", { exact: true });
  await call.click();
  const parameters = page.getByRole("region", {
    name: "Parameters of GET /v3/{project_id}/traces",
    exact: true,
  });
  await expect(parameters.getByRole("row", { name: "trace_type" })).toContainText(
    "One of system, data.",
  );
  const reply = page.getByRole("region", { name: "Answers 200, application/json" });
  await expect(reply.filter({ hasText: '"meta_data"' }).first()).toBeVisible();
  expect((await axeOn(page).analyze()).violations).toEqual([]);

  const download = await page.request.get("/openapi.json");
  expect(await download.json()).toMatchObject({ openapi: "3.1.0" });
});
