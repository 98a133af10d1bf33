import { copyFileSync, rmSync } from "node:fs";
import { defineConfig } from "tsup";

// Once, before both builds: cleaning in one of them would race with the other.
rmSync("dist", { recursive: true, force: true });

const shared = { target: "node20", sourcemap: false, clean: false, splitting: false } as const;

export default defineConfig([
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      elections: "src/elections/index.ts",
      node: "src/node/index.ts",
      sql: "src/sql/index.ts",
    },
    format: ["esm", "cjs"],
    onSuccess: async () => {
      for (const schema of ["election", "verification"])
        copyFileSync(`docs/${schema}.schema.json`, `dist/${schema}.schema.json`);
    },
    splitting: true,
    // tsup's declaration build sets options that TypeScript 6 calls deprecated.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    ...shared,
    // Everything in it: loading zod from node_modules takes ten times as long. What not every run
    // needs is a file of its own, loaded on demand.
    entry: { cli: "src/cli/index.ts" },
    splitting: true,
    format: ["esm"],
    noExternal: [/.*/],
    banner: { js: "#!/usr/bin/env node" },
    minify: true,
  },
]);
