// Builds the page from the built library into `site/`: `npm run build`, then `node examples/web/build.mjs`.
// With --sizes it says how large every file is, and what weighs most.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sizesOf } from "./sizes.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  platform: "browser",
  charset: "utf8",
  write: false,
  metafile: true,
  logLevel: "warning",
  // The lines in src/ are the ones that a page with the installed package has.
  alias: {
    tallyproof: here("../../dist/index.js"),
    "tallyproof/elections": here("../../dist/elections.js"),
  },
};

rmSync(here("site"), { recursive: true, force: true });
mkdirSync(here("site"));

const made = [];
await bundle("page", (code) => code);
// The code of a worker comes as text, which the page makes a worker of: so the worker has the page's
// content security policy, which a worker with an address of its own has not.
for (const name of ["clerk", "drawer"])
  await bundle(
    name,
    (code) =>
      `dispatchEvent(new CustomEvent("code", { detail: ${JSON.stringify({ name, code })} }));\n`,
  );
for (const name of ["index.html", "page.css"]) copyFileSync(here(name), here(`site/${name}`));

if (process.argv.includes("--sizes")) console.log(sizesOf(made));

async function bundle(name, wrap) {
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: [here(`src/${name}.js`)],
  });
  const text = wrap(outputFiles[0].text);
  writeFileSync(here(`site/${name}.js`), text);
  made.push({ name: `${name}.js`, text, metafile });
}
