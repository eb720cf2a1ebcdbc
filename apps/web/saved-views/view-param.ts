/** The parameter of the page's address that names the saved view which was opened last. */
export const viewParam = "view";

/** Keeps the view of `before` in the parameters that are written in its place. */
export function keepView(before: URLSearchParams, written: URLSearchParams): URLSearchParams {
  const id = before.get(viewParam);
  if (id !== null) written.set(viewParam, id);
  return written;
}

/** The parameters without a view; all else stays. */
export function withoutView(params: URLSearchParams): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete(viewParam);
  return changed;
}
