import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { allProjects } from "@trace-console/contracts/permissions";
import {
  oidcClient,
  openTestProvider,
} from "@trace-console/test-identity-provider/identity-provider";
import { newSigningKey } from "@trace-console/test-identity-provider/signing-key";
import { type Page, expect } from "@playwright/test";
import { userRow } from "./administration-page.ts";
import { axeOn } from "./axe-on.ts";
import { guardedTest } from "./guarded-test.ts";
import { startServer } from "./servers.ts";
import { withFolder } from "./trace-server.ts";

/** A port on which nobody listens: where the console is must be known before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("There is no port.");
  return address.port;
}

/** Runs `work` with a console and the identity provider of its company. */
async function withProvider(work: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await openTestProvider({
    redirectUri: `${url}/api/session/oidc/callback`,
    people: {
      c1: { preferred_username: "carol", groups: ["platform"] },
      d1: { preferred_username: "dave", groups: [] },
    },
    isToldInToken: false,
    key: newSigningKey(),
  });
  try {
    await withFolder(async (folder) => {
      const settings = join(folder, "oidc.json");
      const values = {
        ...oidcClient,
        issuer: provider.issuer,
        name: "Example AG",
        public_url: url,
        groups_claim: "groups",
        grants: { platform: [{ role: "Trace Console Administrator", project_id: allProjects }] },
      };
      writeFileSync(settings, JSON.stringify(values));
      const server = await startServer("start", join(folder, "data"), {
        PORT: String(port),
        OIDC_SETTINGS: settings,
      });
      try {
        await work(url);
      } finally {
        await server.stop();
      }
    });
  } finally {
    await provider.close();
  }
}

/** Goes from the console to the provider's own pages, and through them. */
async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in with Example AG" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

guardedTest(
  "the identity provider leads a person to the page that they wanted, with the roles of their group",
  async ({ page }) => {
    await withProvider(async (url) => {
      await page.goto(`${url}/users`);
      await signInAtProvider(page, "c1");
      await expect(page).toHaveURL(`${url}/users`);
      await expect(page.getByRole("button", { name: "Account: carol" })).toBeVisible();
      await expect(userRow(page, "carol")).toContainText("Trace Console Administrator");
      await page.reload();
      await expect(userRow(page, "carol")).toBeVisible();
    });
  },
);

guardedTest("who has no group there may do nothing here", async ({ page }) => {
  await withProvider(async (url) => {
    await page.goto(`${url}/users`);
    await signInAtProvider(page, "d1");
    await expect(page.getByRole("button", { name: "Account: dave" })).toBeVisible();
    await expect(
      page.getByRole("heading", { name: "You have no permission for this page" }),
    ).toBeVisible();
  });
});

guardedTest(
  "who turns back at the identity provider is told, and may try again",
  async ({ page }) => {
    await withProvider(async (url) => {
      await page.goto(`${url}/users`);
      const way = page.getByRole("link", { name: "Sign in with Example AG" });
      await way.click();
      await page.getByRole("link", { name: "Cancel" }).click();
      await expect(page.getByText("did not let you in")).toBeVisible();
      await expect(way).toBeVisible();
    });
  },
);

guardedTest(
  "the way to the identity provider is offered, and its failure explained",
  async ({ page }) => {
    await withFolder(async (folder) => {
      const settings = join(folder, "oidc.json");
      // Nobody listens there: what a person sees when the company's provider is down.
      const values = { issuer: "http://127.0.0.1:9", client_id: "console", name: "Example AG" };
      writeFileSync(settings, JSON.stringify({ ...values, public_url: "http://127.0.0.1:1" }));
      const data = join(folder, "data");
      const server = await startServer("start", data, { OIDC_SETTINGS: settings });
      try {
        await page.goto(`${server.url}/trace-list?region=cn-north-4`);
        const way = page.getByRole("link", { name: "Sign in with Example AG" });
        await expect(way).toBeVisible();
        await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
        expect((await axeOn(page).analyze()).violations).toEqual([]);
        await way.click();
        await expect(page.getByText("does not answer as it should")).toBeVisible();
        // It is told once, and not kept in the address.
        await expect(page).not.toHaveURL(/reason=/);
        await expect(way).toBeVisible();
      } finally {
        await server.stop();
      }
    });
  },
);
