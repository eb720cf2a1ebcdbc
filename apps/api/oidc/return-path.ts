/** Stands for this site, wherever it is; nobody asks it. */
const site = "http://site.invalid";

/**
 * Where a person goes after the sign-in: the path of this site that they came from.
 *
 * @param to as the address says it: anybody may have written it.
 * @returns a path that begins with one slash, which no browser takes for another site; `/` for
 * whatever else was asked for.
 */
export function returnPath(to: string | null): string {
  if (to === null || !to.startsWith("/")) return "/";
  const url = URL.parse(to, site);
  if (url === null || url.origin !== site) return "/";
  const path = url.pathname + url.search + url.hash;
  // `/.//evil.example` begins with two slashes once its dot is resolved.
  return path.startsWith("//") ? "/" : path;
}
