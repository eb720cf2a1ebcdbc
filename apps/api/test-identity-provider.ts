import { createServer } from "node:http";
import OidcProvider from "oidc-provider";
import { onTestFinished, vi } from "vitest";

/** The console as the provider of the tests knows it. */
export const oidcClient = { client_id: "trace-console", client_secret: "secret of/the+tests" };

/** What the provider tells of people, by the name with which they sign in there. */
export type TestPeople = Record<string, Record<string, unknown>>;

/** A provider of the tests. */
interface ProviderOptions {
  /** Where it may send browsers back to. */
  readonly redirectUri: string;
  /** What it tells of people; may be changed later. */
  readonly people: TestPeople;
  /** Whether it tells in the ID token already, not only when asked for more. */
  readonly isToldInToken: boolean;
}

/**
 * A real identity provider on loopback. Everybody may sign in there, with any password; `sub` is
 * the name that they sign in with.
 */
export async function openTestProvider({ redirectUri, people, isToldInToken }: ProviderOptions) {
  // It says at length that its pages, keys and storage are for trying out.
  const spies = [vi.spyOn(console, "warn"), vi.spyOn(console, "info")];
  for (const spy of spies) spy.mockImplementation(() => {});
  const server = createServer();
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  const ownPort = typeof address === "object" && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${ownPort}`;
  const provider = new OidcProvider(issuer, {
    clients: [{ ...oidcClient, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], profile: ["preferred_username", "groups"] },
    conformIdTokenClaims: !isToldInToken,
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ ...people[sub], sub }),
    }),
  });
  const answer = provider.callback();
  const asked: string[] = [];
  server.on("request", (request, response) => {
    asked.push(request.url ?? "");
    void answer(request, response);
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(async () => {
    await close();
    for (const spy of spies) spy.mockRestore();
  });
  return {
    issuer,
    /** The paths that it was asked for. */
    asked,
    close,
    reopen: () => listen(ownPort),
  };
}

/** Pages at most until a browser has signed in. */
const pagesAtMost = 20;

/** Somebody's browser at the provider: it keeps cookies, goes where it is sent, fills in forms. */
export class TestBrowser {
  readonly #cookies = new Map<string, string>();

  /**
   * Signs in at the provider and agrees to what the console wants to know.
   *
   * @param address where the console sends the browser.
   * @param login with which name; undefined cancels.
   * @param end how the address begins that the provider sends the browser back to.
   * @returns that address.
   */
  async signIn(address: string, login: string | undefined, end: string): Promise<URL> {
    let next = address;
    for (let pages = 0; pages < pagesAtMost && !next.startsWith(end); pages += 1) {
      next = await this.#leave(next, login);
    }
    if (!next.startsWith(end)) throw new Error(`the provider leads to ${next}`);
    return new URL(next);
  }

  /** Does what a page asks for. @returns the address of the next one. */
  async #leave(address: string, login: string | undefined): Promise<string> {
    const { status, location, page } = await this.#ask(address);
    if (location !== null) return new URL(location, address).href;
    const [, form = ""] = /<form [^>]*action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ""] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
    if (form === "") throw new Error(`the provider answers ${status}: ${page}`);
    if (login === undefined) return `${form}/abort`;
    const sent = await this.#ask(form, { prompt, login });
    return new URL(sent.location ?? "/", form).href;
  }

  async #ask(address: string, form?: Record<string, string>) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(address, {
      redirect: "manual",
      headers: { cookie },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const page = await reply.text();
    return { status: reply.status, location: reply.headers.get("location"), page };
  }
}
