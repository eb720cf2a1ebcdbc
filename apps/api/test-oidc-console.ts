import { allProjects } from "@trace-console/contracts/permissions";
import {
  oidcClient,
  openTestProvider,
  type TestPeople,
} from "@trace-console/test-identity-provider/identity-provider";
import { newSigningKey } from "@trace-console/test-identity-provider/signing-key";
import { onTestFinished, vi } from "vitest";
import { oidcSettingsSchema } from "./oidc/oidc-settings.ts";
import { grantsFor, openTestApp, otherProject, project } from "./test-app.ts";
import { TestBrowser } from "./test-browser.ts";

const publicUrl = "http://127.0.0.1:8080";
/** Where the provider sends browsers back to. */
export const callback = `${publicUrl}/api/session/oidc/callback`;
/** With which the provider signs. */
export const providerKey = newSigningKey();
/** What the group `operators` may do. */
export const everywhere = [{ role: "CTS FullAccess", project_id: allProjects }] as const;

/**
 * A console at which one signs in by a real provider, and the steps of doing so.
 *
 * @param options whether the provider tells in the ID token already; settings that differ; what
 *   becomes of ID tokens on their way here.
 */
export async function openOidcConsole({
  isToldInToken = true,
  changes = {},
  forge,
}: {
  readonly isToldInToken?: boolean;
  readonly changes?: Record<string, unknown>;
  readonly forge?: (idToken: string) => string;
} = {}) {
  // The provider says at length that its pages and storage are for trying out.
  const spies = [vi.spyOn(console, "warn"), vi.spyOn(console, "info")];
  for (const spy of spies) spy.mockImplementation(() => {});
  const people: TestPeople = {
    c1: { preferred_username: "carol", groups: ["auditors", "staff"] },
    a1: { preferred_username: "ann", groups: ["operators"] },
    s1: { preferred_username: "a b" },
    n1: {},
  };
  const provider = await openTestProvider({
    redirectUri: callback,
    people,
    isToldInToken,
    key: providerKey,
    forge,
  });
  onTestFinished(async () => {
    await provider.close();
    for (const spy of spies) spy.mockRestore();
  });
  const oidc = oidcSettingsSchema.parse({
    ...oidcClient,
    issuer: provider.issuer,
    name: "Example AG",
    public_url: publicUrl,
    groups_claim: "groups",
    grants: { auditors: grantsFor(project), operators: everywhere },
    default_grants: grantsFor(otherProject),
    ...changes,
  });
  const test = await openTestApp({ oidc });
  const begin = async (to?: string) => {
    const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
    const { headers, cookies } = await test.app.inject({ url: `/api/session/oidc${query}` });
    const ours = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
    return { location: String(headers.location), cookies, ours };
  };
  const finish = async ({ pathname, search }: URL, cookies: Record<string, string>) => {
    const reply = await test.app.inject({ url: pathname + search, cookies });
    const session = reply.cookies.find(({ name }) => name === "cts_sid")?.value;
    return { to: String(reply.headers.location), session };
  };
  /** Begins, and signs in at the provider. @returns where it sends the browser, and its cookies. */
  const come = async (login: string | undefined, to?: string, browser = new TestBrowser()) => {
    const { location, ours } = await begin(to);
    return { back: await browser.signIn(location, login, callback), ours };
  };
  const signIn = async (login: string | undefined, to?: string, browser?: TestBrowser) => {
    const { back, ours } = await come(login, to, browser);
    return finish(back, ours);
  };
  const projectsOf = (user: string) =>
    test.accounts
      .permissionsOf(user)
      .projects.map(({ project: { project_id } }) => project_id)
      .toSorted();
  return { ...test, provider, people, begin, finish, come, signIn, projectsOf };
}
