import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { gzipSiblings } from "./apps/web/build/gzip-siblings.ts";
import { zodWithoutJsonSchema } from "./apps/web/build/zod-without-json-schema.ts";

const root = import.meta.dirname;

/** Tests of which `npm test` runs a sample, and the reliability run all. */
const sampled = [
  "packages/trace-store/embedded/{embedded-store,threads}.test.ts",
  "apps/api/{huawei-sdk,wire-types}.test.ts",
];

export default defineConfig({
  root: join(root, "apps", "web"),
  plugins: [react(), zodWithoutJsonSchema(), gzipSiblings()],
  build: {
    outDir: join(root, "dist", "web"),
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // One chunk keeps the order of these modules: zod is configured before a schema is
              // built. What every page asks with is in it too, as many small chunks pack worse.
              name: "first-visit",
              test: /node_modules\/(zod|@tanstack)\/|packages\/contracts\/(?!administration|canonical-json|errors|export|notification|permissions|saved-view|sign-in|trace-columns|tracker)|zod-without-eval|ui\/(use-late|late-part)|api-client\/(request|texts\.ts|trace-api|use-failure-text)|language\/use-texts|ui\/plain-text|trace-list\/trace-(json|columns)|@mantine\/core\/esm\/components\/(Loader|CloseButton|Transition|ActionIcon|TextInput)\//,
            },
          ],
        },
      },
    },
  },
  server: {
    // `vite` serves the console while one works on it; the API of a running service answers.
    proxy: Object.fromEntries(
      ["/api", "/v3", "/healthz"].map((path) => [path, "http://127.0.0.1:8080"]),
    ),
  },
  test: {
    root,
    projects: [
      {
        test: {
          name: "unit",
          root,
          environment: "node",
          pool: "forks",
          // Vitest leaves one core to itself, which on two cores makes everything wait in turn.
          maxWorkers: "100%",
          include: ["{apps,packages,scripts}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/node_modules/**", "**/*.reliability.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "reliability",
          root,
          environment: "node",
          pool: "forks",
          include: ["{apps,packages}/**/*.reliability.test.ts", ...sampled],
          env: { EXHAUSTIVE: "1" },
          // Each test kills and restarts processes many times.
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
