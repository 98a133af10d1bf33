import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // Examples import the package by its name; here that is the source.
    alias: [
      { find: /^tallyproof$/, replacement: source("index.ts") },
      { find: /^tallyproof\/elections$/, replacement: source("elections/index.ts") },
      { find: /^tallyproof\/node$/, replacement: source("node/index.ts") },
      { find: /^tallyproof\/sql$/, replacement: source("sql/index.ts") },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/setup.ts",
    // The longest takes five seconds on a quiet machine; others may be busy.
    testTimeout: 60_000,
    // The library is loaded once for each core and not for each file: no test changes what others see.
    isolate: false,
    pool: "threads",
    // Every core; otherwise one is left free, which of two is half.
    maxWorkers: "100%",
  },
});
