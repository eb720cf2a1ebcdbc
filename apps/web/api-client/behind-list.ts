import type { QueryClient } from "@tanstack/react-query";

/** Under which keys the pages of the lists of a project are kept. */
export function listsKey(projectId: string): readonly string[] {
  return ["traces", projectId];
}

/** A list that takes longer, as a search for a text may, is waited for no longer, ms. */
const patience = 100;

/**
 * Waits until no list of the project is under way, and what came has been drawn: counts take the
 * server and the page longer than the rows that one waits for.
 */
export async function behindList(client: QueryClient, projectId: string): Promise<void> {
  const isUnderWay = () => client.isFetching({ queryKey: listsKey(projectId) }) > 0;
  if (isUnderWay()) {
    await new Promise<void>((resolve) => {
      const stop = () => {
        unsubscribe();
        clearTimeout(timer);
        resolve();
      };
      const unsubscribe = client.getQueryCache().subscribe(() => {
        if (!isUnderWay()) stop();
      });
      const timer = setTimeout(stop, patience);
    });
  }
  // A task of its own: rows that came are drawn before it.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}
