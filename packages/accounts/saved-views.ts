import { randomUUID } from "node:crypto";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import {
  type NewSavedView,
  type SavedView,
  type SavedViewList,
  savedViewsAtMost,
  type ViewHead,
  viewStateSchema,
} from "@trace-console/contracts/saved-view-api";
import type { AccountsDatabase } from "./accounts-database.ts";

/** Who asks for views. Whether they may list the project's traces has been decided before. */
export interface ViewReader {
  readonly user: string;
  /** Administrators may change and delete what others share. */
  readonly isAdministrator: boolean;
}

const columns = "view_id, owner, name, is_shared, state";

/** Saved views of the Trace List. Each is its owner's alone until they share it. */
export class SavedViews {
  readonly #database: AccountsDatabase;

  constructor(database: AccountsDatabase) {
    this.#database = database;
  }

  /**
   * What the reader sees in a project: their own views and those that others share, by name. A view
   * whose state another version has stored, and this one refuses, is named apart from the others.
   */
  list(project_id: string, reader: ViewReader): SavedViewList {
    const views: SavedView[] = [];
    const unusable: ViewHead[] = [];
    const rows = this.#database
      .prepare(
        `SELECT ${columns} FROM saved_view
         WHERE project_id = ?1 AND (owner = ?2 OR is_shared = 1) ORDER BY name, owner`,
      )
      .all(project_id, reader.user);
    for (const row of rows) {
      const state = viewStateSchema.safeParse(JSON.parse(String(row["state"])));
      if (state.success) views.push({ ...headOf(row, reader), state: state.data });
      else unusable.push(headOf(row, reader));
    }
    return { views, unusable };
  }

  /** @throws ApiError 409 `TC.0409` for a name that the owner has already, or beyond the quota. */
  add(project_id: string, reader: ViewReader, asked: NewSavedView): SavedView {
    const owner = reader.user;
    return this.#database.transaction(() => {
      const { count } =
        this.#database
          .prepare("SELECT COUNT(*) AS count FROM saved_view WHERE owner = ? AND project_id = ?")
          .get(owner, project_id) ?? {};
      if (Number(count) >= savedViewsAtMost) {
        throw new ApiError("TC.0409", {
          detail: `There are ${savedViewsAtMost} saved views of yours already: delete one first.`,
        });
      }
      const view_id = randomUUID();
      this.#refuseTaken(project_id, owner, view_id, asked.name);
      const { name, is_shared, state } = asked;
      this.#database
        .prepareWrite("INSERT INTO saved_view VALUES (?, ?, ?, ?, ?, ?)")
        .run(view_id, project_id, owner, name, is_shared ? 1 : 0, JSON.stringify(state));
      return { view_id, owner, name, is_shared, is_own: true, may_change: true, state };
    });
  }

  /**
   * Replaces all of a view but its owner.
   * @throws ApiError 404 for a view that the reader does not see, 403 `CTS.0013` for one that is not
   *   theirs to change, 409 `TC.0409` for a name that its owner has already.
   */
  replace(project_id: string, reader: ViewReader, view_id: string, asked: NewSavedView): void {
    this.#database.transaction(() => {
      const { owner } = this.#changeable(project_id, reader, view_id);
      this.#refuseTaken(project_id, owner, view_id, asked.name);
      this.#database
        .prepareWrite("UPDATE saved_view SET name = ?, is_shared = ?, state = ? WHERE view_id = ?")
        .run(asked.name, asked.is_shared ? 1 : 0, JSON.stringify(asked.state), view_id);
    });
  }

  /**
   * Deletes a view. @returns what it was.
   * @throws ApiError 404 for a view that the reader does not see, 403 `CTS.0013` for one that is not
   *   theirs to delete.
   */
  remove(project_id: string, reader: ViewReader, view_id: string): ViewHead {
    return this.#database.transaction(() => {
      const view = this.#changeable(project_id, reader, view_id);
      this.#database.prepareWrite("DELETE FROM saved_view WHERE view_id = ?").run(view_id);
      return view;
    });
  }

  #changeable(project_id: string, reader: ViewReader, view_id: string): ViewHead {
    const row = this.#database
      .prepare(
        `SELECT ${columns} FROM saved_view
         WHERE project_id = ?1 AND view_id = ?2 AND (owner = ?3 OR is_shared = 1)`,
      )
      .get(project_id, view_id, reader.user);
    if (row === undefined) throw notFound();
    const view = headOf(row, reader);
    if (view.may_change) return view;
    throw new ApiError("CTS.0013", {
      detail: `No permission: only ${view.owner} or an administrator may change this view.`,
    });
  }

  #refuseTaken(project_id: string, owner: string, view_id: string, name: string): void {
    const taken = this.#database
      .prepare(
        "SELECT 1 FROM saved_view WHERE owner = ? AND project_id = ? AND name = ? AND view_id <> ?",
      )
      .get(owner, project_id, name, view_id);
    if (taken === undefined) return;
    throw new ApiError("TC.0409", {
      detail: `There is a saved view ${name} already: choose another name.`,
    });
  }
}

function headOf(row: Record<string, unknown>, reader: ViewReader): ViewHead {
  const owner = String(row["owner"]);
  const is_own = owner === reader.user;
  return {
    view_id: String(row["view_id"]),
    name: String(row["name"]),
    owner,
    is_shared: row["is_shared"] === 1,
    is_own,
    may_change: is_own || reader.isAdministrator,
  };
}
