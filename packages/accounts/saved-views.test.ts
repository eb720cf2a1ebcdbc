import { DatabaseSync } from "node:sqlite";
import type { NewSavedView } from "@trace-console/contracts/saved-view-api";
import { describe, expect, it } from "vitest";
import { openTestAccounts, readerOf } from "./accounts-fixture.ts";

const ann = { user: "ann", isAdministrator: false };
const bob = { user: "bob", isAdministrator: false };
const root = { user: "root", isAdministrator: true };

function named(name: string, is_shared = false): NewSavedView {
  return { name, is_shared, state: { filter: { trace_type: "system" }, range: { preset: "1d" } } };
}

async function openWithUsers() {
  const test = openTestAccounts();
  for (const { user } of [ann, bob, root]) {
    await test.accounts.users.add(user, "pw", readerOf("north", "dublin"));
  }
  return { ...test, views: test.accounts.savedViews };
}

describe("saved views", () => {
  it("are kept with all they hold, by name, in their project alone", async () => {
    const { views, accounts, open } = await openWithUsers();
    const made = views.add("north", ann, {
      name: "b",
      is_shared: true,
      state: {
        filter: { trace_type: "system", not_user: ["li.wei"], text: "gpu" },
        range: { from: 1, to: 2 },
        columns: ["time", "user"],
      },
    });
    views.add("north", ann, named("a"));
    accounts.close();
    const again = open();
    expect(again.savedViews.list("north", ann).views).toMatchObject([{ name: "a" }, made]);
    expect(again.savedViews.list("dublin", ann).views).toEqual([]);
    again.close();
  });

  it("are their owner's alone until they are shared", async () => {
    const { views } = await openWithUsers();
    const own = views.add("north", ann, named("own"));
    const shared = views.add("north", ann, named("shared", true));
    expect(views.list("north", ann).views).toEqual([own, shared]);
    expect(views.list("north", bob).views).toEqual([
      { ...shared, is_own: false, may_change: false },
    ]);
    expect(views.list("north", root).views).toEqual([{ ...shared, is_own: false }]);
    views.replace("north", ann, shared.view_id, named("shared"));
    expect(views.list("north", bob).views).toEqual([]);
  });

  it("are changed and deleted by their owner, and shared ones by administrators", async () => {
    const { views } = await openWithUsers();
    const own = views.add("north", ann, named("own")).view_id;
    const shared = views.add("north", ann, named("shared", true)).view_id;
    const changes = (reader: typeof ann, id: string, project = "north") => [
      () => views.replace(project, reader, id, named("mine", true)),
      () => views.remove(project, reader, id),
    ];
    for (const change of changes(bob, shared)) expect(change).toThrow("only ann or an admin");
    const unknown = [...changes(bob, own), ...changes(root, own), ...changes(ann, own, "dublin")];
    for (const change of [...unknown, ...changes(ann, "made-up")])
      expect(change).toThrow("Not found");
    views.replace("north", root, shared, named("renamed", true));
    expect(views.list("north", ann).views).toMatchObject([{ name: "own" }, { name: "renamed" }]);
    expect(views.remove("north", root, shared)).toMatchObject({ name: "renamed", owner: "ann" });
    views.remove("north", ann, own);
    expect(views.list("north", ann).views).toEqual([]);
  });

  it("have names that are their owner's only once in a project", async () => {
    const { views } = await openWithUsers();
    const first = views.add("north", ann, named("a")).view_id;
    const second = views.add("north", ann, named("b")).view_id;
    expect(() => views.add("north", ann, named("a"))).toThrow("a already");
    expect(() => views.replace("north", ann, second, named("a"))).toThrow("a already");
    views.replace("north", ann, first, named("a", true));
    views.add("dublin", ann, named("a"));
    views.add("north", bob, named("a"));
    expect(views.list("north", bob).views).toHaveLength(2);
  });

  it("are a hundred at most, of each owner in each project", async () => {
    const { views } = await openWithUsers();
    for (let made = 0; made < 100; made += 1) views.add("north", ann, named(`${made}`));
    expect(() => views.add("north", ann, named("more"))).toThrow("100 saved views");
    views.add("north", bob, named("more"));
    views.add("dublin", ann, named("more"));
    expect(views.list("north", ann).views).toHaveLength(100);
  });

  it("of another version that cannot be shown are named apart, deleted or replaced; the others work", async () => {
    const { views, file } = await openWithUsers();
    const whole = views.add("north", ann, named("whole"));
    const { state: _, ...outdated } = views.add("north", ann, named("outdated", true));
    const spoil = (state: object) => {
      const database = new DatabaseSync(file);
      database
        .prepare("UPDATE saved_view SET state = ? WHERE view_id = ?")
        .run(JSON.stringify(state), outdated.view_id);
      database.close();
    };
    for (const state of [
      { ...whole.state, columns: ["a_column_of_another_version"] },
      { ...whole.state, filter: { trace_type: "system", colour: ["red"] } },
      { ...whole.state, range: { preset: "2w" } },
    ]) {
      spoil(state);
      expect(views.list("north", ann)).toEqual({ views: [whole], unusable: [outdated] });
    }
    expect(views.list("north", bob)).toEqual({
      views: [],
      unusable: [{ ...outdated, is_own: false, may_change: false }],
    });
    // Its name is taken as long as it is there.
    expect(() => views.add("north", ann, named("outdated"))).toThrow("outdated already");
    views.replace("north", ann, outdated.view_id, named("outdated", true));
    expect(views.list("north", ann).unusable).toEqual([]);
    spoil({});
    expect(views.remove("north", root, outdated.view_id)).toMatchObject({ name: "outdated" });
    expect(views.list("north", ann)).toEqual({ views: [whole], unusable: [] });
  });

  it("go with their owner, and a later user of that name finds none", async () => {
    const { views, accounts } = await openWithUsers();
    views.add("north", ann, named("own"));
    views.add("north", ann, named("shared", true));
    accounts.users.remove("ann");
    await accounts.users.add("ann", "pw", readerOf("north"));
    expect(views.list("north", ann).views).toEqual([]);
    expect(views.list("north", bob).views).toEqual([]);
  });
});
