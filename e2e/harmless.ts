import { type Page, expect } from "@playwright/test";

/**
 * What is in the page that the console itself never puts there: elements that run, load or send
 * something, handlers in attributes, and links to other places. Runs in the page.
 */
function findInPage(): string[] {
  const own = (element: Element, attribute: string) => {
    const address = element.getAttribute(attribute) ?? "";
    return URL.canParse(address, location.href)
      ? new URL(address, location.href).origin === location.origin
      : false;
  };
  const isOwn = (element: Element): boolean => {
    if (element.matches("img")) return element.getAttribute("src") === "/favicon.svg";
    if (element.matches("script")) return element.hasAttribute("src") && own(element, "src");
    if (element.matches("a[href]")) return own(element, "href");
    if (element.matches("form")) return !element.hasAttribute("action");
    return false;
  };
  const named = document.querySelectorAll(
    "script, img, iframe, object, embed, style, base, math, video, audio, form, a[href], meta[http-equiv]",
  );
  const handlers = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  return [...[...named].filter((element) => !isOwn(element)), ...handlers].map((element) =>
    element.outerHTML.slice(0, 200),
  );
}

/** What of an attack has become a part of the page: the beginnings of such elements. */
export function findInjected(page: Page): Promise<string[]> {
  return page.evaluate(findInPage);
}

/** Expects that nothing of an attack has become a part of the page. */
export async function expectHarmless(page: Page): Promise<void> {
  expect(await findInjected(page)).toEqual([]);
}

/** @returns the addresses outside of the server that the page asks for from now on. */
export function watchForeignRequests(page: Page, own: string): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(own) && !/^(blob|data):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  return foreign;
}
