import type { SavedView, ViewHead } from "@trace-console/contracts/saved-view-api";

/** What the panel of the saved views is open for. */
export type ViewTask =
  | { readonly kind: "list" | "create" }
  | { readonly kind: "edit"; readonly view: SavedView }
  | { readonly kind: "delete"; readonly view: ViewHead };

/** How far a change of a view has come. */
export interface Sending {
  readonly isPending: boolean;
  /** Why it was refused. */
  readonly error: Error | null;
}
