import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { defineConfig } from "tsup";

// Once, before the builds: cleaning in one of them would race with the others.
rmSync("dist", { recursive: true, force: true });

const shared = { target: "node20", sourcemap: false, clean: false, splitting: false } as const;

const entry = {
  index: "src/index.ts",
  elections: "src/elections/index.ts",
  node: "src/node/index.ts",
  sql: "src/sql/index.ts",
};
const core = {
  core: "src/core.ts",
  "core-en": "src/words/sentences-en.ts",
  "core-es": "src/words/sentences-es.ts",
};

export default defineConfig([
  {
    ...shared,
    entry,
    format: ["esm", "cjs"],
    // For what says where the file of a thread is, `import.meta.url`, in CommonJS.
    shims: true,
    onSuccess: async () => {
      for (const name of readdirSync("docs"))
        if (name.endsWith(".schema.json")) copyFileSync(`docs/${name}`, `dist/${name}`);
    },
    splitting: true,
    // tsup's declaration build sets options that TypeScript 6 calls deprecated.
    dts: { entry: { ...entry, ...core }, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    ...shared,
    entry: core,
    format: ["esm", "cjs"],
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
  {
    ...shared,
    // Each in one file: what it shared with the command would cut that into many, which take long to load.
    entry: {
      "forensics-worker": "src/node/forensics-worker.ts",
      "hash-worker": "src/node/hash-worker.ts",
    },
    format: ["esm"],
    noExternal: [/.*/],
    minify: true,
  },
]);
