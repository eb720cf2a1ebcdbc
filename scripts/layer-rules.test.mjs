import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./paths.mjs";

/** Imports that break a layer rule: [file, import]. */
const forbidden = [
  ["packages/contracts/a.ts", 'import { b } from "node:fs";'],
  ["packages/contracts/b.ts", 'import { b } from "dayjs";'],
  ["packages/contracts/c.ts", 'import { b } from "@trace-console/trace-store/clock";'],
  ["packages/trace-store/a.ts", 'import { b } from "@trace-console/intake/parse";'],
  ["packages/trace-store/b.ts", 'import type { b } from "@trace-console/accounts/sign-in";'],
  ["packages/trace-store/c.ts", 'import { b } from "../intake/parse.ts";'],
  ["packages/accounts/a.ts", 'import { b } from "@trace-console/trace-store/clock";'],
  ["packages/request-signature/a.ts", 'import { b } from "@trace-console/accounts/accounts";'],
  ["packages/notifications/a.ts", 'import { b } from "@trace-console/trackers/trackers";'],
  ["packages/openapi/a.ts", 'import { b } from "@trace-console/accounts/accounts";'],
  ["packages/audit/a.ts", 'import { b } from "@trace-console/api/app";'],
  ["packages/trackers/a.ts", 'import { b } from "@trace-console/accounts/accounts";'],
  ["packages/trace-samples/a.ts", 'import { b } from "@trace-console/trace-store/clock";'],
  ["packages/trace-tables/a.ts", 'import { b } from "@trace-console/trace-store/clock";'],
  ["packages/trace-samples/b.ts", 'import { b } from "@trace-console/api/app";'],
  ["packages/intake/a.ts", 'import { b } from "@trace-console/trace-store/trace-store";'],
  ["packages/intake/b.ts", 'import type { b } from "@trace-console/trace-store/embedded/open";'],
  ["packages/intake/c.ts", 'import { b } from "../../apps/api/app.ts";'],
  ["packages/intake/d.test.ts", 'import { b } from "@trace-console/api/app";'],
  ["apps/web/a.tsx", 'import { b } from "node:path";'],
  ["apps/web/b.tsx", 'import { b } from "@trace-console/trace-store/trace-store";'],
  ["apps/web/c.tsx", 'import { b } from "../../packages/intake/parse.ts";'],
  ["apps/web/d.tsx", 'import { b } from "@trace-console/api/app";'],
  ["apps/web/e.tsx", 'import { b } from "fastify";'],
  ["apps/web/ui/a.tsx", 'import { b } from "@trace-console/contracts/trace";'],
  ["apps/web/ui/b.tsx", 'import { b } from "../trace-list/query-state.ts";'],
  ["apps/api/a.ts", 'import { b } from "@trace-console/cli/main";'],
  ["apps/api/b.ts", 'import { b } from "../cli/main.ts";'],
  ["apps/api/c.test.ts", 'import { b } from "@trace-console/web/main";'],
  ["apps/cli/a.ts", 'import { b } from "@trace-console/api/app";'],
  ["apps/cli/routes/b.ts", 'import { b } from "../../api/app.ts";'],
  ["bench/a.ts", 'import { b } from "../apps/api/app.ts";'],
  ["e2e/a.ts", 'import { b } from "@trace-console/trace-store/clock";'],
  ["e2e/b.ts", 'import { b } from "../apps/api/app.ts";'],
];

/** Imports that the rules leave alone, so that a rule that forbids everything is noticed. */
const allowed = [
  ["packages/contracts/x.ts", 'import { z } from "zod";\nimport { b } from "./trace.ts";'],
  ["packages/contracts/x.test.ts", 'import { b } from "node:fs";'],
  ["packages/trace-store/x.ts", 'import { b } from "node:sqlite";'],
  ["packages/trace-store/embedded/x.ts", 'import { b } from "../clock.ts";'],
  ["packages/trace-store/y.ts", 'import { b } from "@trace-console/contracts/trace";'],
  ["packages/trace-store/y.test.ts", 'import { b } from "@trace-console/trace-samples/maker";'],
  ["packages/trace-store/z.ts", 'import { b } from "@trace-console/sqlite/open-database";'],
  ["packages/intake/x.ts", 'import type { b } from "@trace-console/trace-store/trace-store";'],
  ["apps/web/x.tsx", 'import { b } from "@trace-console/contracts/trace";'],
  ["apps/web/trace-list/x.tsx", 'import { b } from "../ui/field.tsx";'],
  ["apps/web/ui/x.tsx", 'import { b } from "./field.tsx";'],
  ["apps/api/x.ts", 'import { b } from "@trace-console/intake/parse";'],
  ["apps/api/routes/x.ts", 'import { b } from "../errors.ts";'],
  ["e2e/x.ts", 'import { b } from "@trace-console/trace-samples/maker";'],
];

/** @type {string} */
let folder;
/** @type {string[]} paths of the files with a forbidden import, relative to the folder */
let reported;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "layer-rules-"));
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [file = "", text = ""] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const run = spawnSync(process.execPath, [oxlint, "--format", "unix"], {
    cwd: folder,
    encoding: "utf8",
  });
  // One line a finding: path:line:column: message [Error/plugin(rule)]
  reported = run.stdout
    .split("\n")
    .filter((line) => line.includes("(no-restricted-imports)"))
    .map((line) => line.slice(0, line.indexOf(":")));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(forbidden)("%s must not say %s", (file) => {
  expect(reported).toContain(file);
});

test.each(allowed)("%s may say %s", (file) => {
  expect(reported).not.toContain(file);
});
