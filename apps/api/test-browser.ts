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
