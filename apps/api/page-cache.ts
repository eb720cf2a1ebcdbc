import { OncePerTurn } from "@trace-console/sqlite/once-per-turn";
import type { TraceStore } from "@trace-console/trace-store/trace-store";

/** Bytes of all pages that are kept: some hundred of 200 traces. */
const cacheBytes = 32 * 2 ** 20;
/** A larger page is made anew: it would push out many that are asked for more often. */
const pageBytes = 1 * 2 ** 20;
/** Longer addresses are not remembered, so that nobody fills the memory with them. */
const urlLength = 2_000;
/** So many addresses are remembered, and up to twice as many, to tell which are asked for again. */
const urlsRemembered = 2_048;

/** The bytes of a page in pieces, ready to be sent. */
type PageBytes = readonly Buffer[];

/** The bytes of a page, and how long they are what the store would answer. */
export interface Page {
  readonly body: PageBytes;
  /**
   * The time of the oldest trace on which it depends, ms since 1970; `Infinity` when it depends on
   * none, undefined when it would be another page at another moment.
   */
  readonly oldest: number | undefined;
}

/** A page and the moments, ms since 1970, between which it holds, both included. */
interface KeptPage {
  readonly body: PageBytes;
  readonly bytes: number;
  readonly since: number;
  readonly until: number;
}

/**
 * Pages that were asked for again, ready to be sent. A page is kept by the address that asked for
 * it, project included, and only while nothing was stored or dropped and no trace in it has
 * expired. Who may ask is decided before, as for any page.
 */
export class PageCache {
  readonly #clock: () => number;
  readonly #retentionMs: number;
  readonly #version: OncePerTurn<number>;
  readonly #pages = new Map<string, KeptPage>();
  #asked = new Set<string>();
  /** Those before them. */
  #askedBefore: ReadonlySet<string> = new Set();
  #pagesVersion = -1;
  #bytes = 0;

  /** @param clock the present moment in ms since 1970. @param retentionMs as the store has it. */
  constructor(store: TraceStore, clock: () => number, retentionMs: number) {
    this.#clock = clock;
    this.#retentionMs = retentionMs;
    this.#version = new OncePerTurn(() => store.version());
  }

  /**
   * The page of an address: at once where it is kept, else read. Call it as the request arrives.
   *
   * @param url names the project and the query.
   * @param read is told the version of the store that it reads.
   */
  get(url: string, read: (version: number) => Promise<Page>): PageBytes | Promise<PageBytes> {
    return this.#find(url) ?? this.#read(url, read);
  }

  async #read(url: string, read: (version: number) => Promise<Page>): Promise<PageBytes> {
    const version = this.#pagesVersion;
    const since = this.#clock();
    const { body, oldest } = await read(version);
    if (oldest !== undefined && this.#isAskedAgain(url)) {
      const bytes = body.reduce((sum, piece) => sum + piece.length, 0);
      this.#keep(url, { body, bytes, since, until: oldest + this.#retentionMs }, version);
    }
    return body;
  }

  /** The page that is kept of an address, if it still holds. */
  #find(url: string): PageBytes | undefined {
    const version = this.#version.get();
    if (version !== this.#pagesVersion) {
      this.#pages.clear();
      this.#bytes = 0;
      this.#pagesVersion = version;
      return undefined;
    }
    const page = this.#pages.get(url);
    if (page === undefined) return undefined;
    const now = this.#clock();
    if (now >= page.since && now <= page.until) return page.body;
    this.#remove(url, page);
    return undefined;
  }

  /** Whether this address was asked for before: pages that are asked for once would only be waste. */
  #isAskedAgain(url: string): boolean {
    if (url.length > urlLength) return false;
    if (this.#asked.has(url) || this.#askedBefore.has(url)) return true;
    this.#asked.add(url);
    if (this.#asked.size >= urlsRemembered) {
      // All at once: to forget the oldest each time costs more than to remember it.
      this.#askedBefore = this.#asked;
      this.#asked = new Set();
    }
    return false;
  }

  #keep(url: string, page: KeptPage, version: number): void {
    // What was read before a commit must not be taken for what is there after it.
    if (version !== this.#pagesVersion || page.bytes > pageBytes) return;
    const earlier = this.#pages.get(url);
    if (earlier !== undefined) this.#remove(url, earlier);
    this.#pages.set(url, page);
    this.#bytes += page.bytes;
    for (const [oldest, one] of this.#pages) {
      if (this.#bytes <= cacheBytes) break;
      this.#remove(oldest, one);
    }
  }

  #remove(url: string, page: KeptPage): void {
    this.#pages.delete(url);
    this.#bytes -= page.bytes;
  }
}
