import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  root: join(root, "apps", "web"),
  plugins: [react()],
  build: { outDir: join(root, "dist", "web"), emptyOutDir: true },
  test: {
    root,
    projects: [
      {
        test: {
          name: "unit",
          root,
          environment: "node",
          pool: "forks",
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
          include: ["{apps,packages}/**/*.reliability.test.ts"],
          // Each test kills and restarts processes many times.
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
