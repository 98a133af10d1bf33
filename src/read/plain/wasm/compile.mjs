// Compiles plain-rows.ts to WebAssembly and writes it as text, so that nothing else has to: `npm run wasm`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The text of compiled.ts. */
export async function compiled() {
  let binary;
  const options = "--outFile plain-rows.wasm --runtime stub --enable simd -O3 --noAssert".split(
    " ",
  );
  const { error, stderr } = await asc.main(["plain-rows.ts", "--baseDir", here("."), ...options], {
    writeFile: (_, contents) => (binary = contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const base64 = Buffer.from(binary).toString("base64");
  return `// Made from plain-rows.ts by \`npm run wasm\`.\nexport const base64 =\n  "${base64}";\n`;
}

if (process.argv[1] === here("compile.mjs")) writeFileSync(here("compiled.ts"), await compiled());
