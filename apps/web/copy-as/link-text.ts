/**
 * The address of a page for somebody else: with the project, which the address leaves open while it
 * is the first of its region that the reader has.
 */
export function linkText(address: string, projectId: string): string {
  const url = new URL(address);
  if (!url.searchParams.get("project")) url.searchParams.set("project", projectId);
  url.hash = "";
  return url.href;
}
